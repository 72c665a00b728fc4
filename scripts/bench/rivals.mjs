import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findFreePort } from '../free-port.mjs'
import { endWith } from './children.mjs'

/** Headers that belong to one answer or one connection. */
const own = new Set(['connection', 'date', 'keep-alive', 'content-length', 'transfer-encoding', 'x-request-id', 'server'])

/** What the site sends for a page, byte by byte: for the others to send it too. */
export async function copyOf(url, path) {
  const answer = await fetch(`${url}${path}`, { headers: { 'accept-encoding': 'br' } })
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => !own.has(name)))
  return { path, headers, body: await compressedBody(url, path) }
}

/** `fetch` would unpack it. */
async function compressedBody(url, path) {
  const { HttpClient } = await import('./http-client.mjs')
  const client = new HttpClient(url)
  const { body } = await client.ask(path)
  client.close()
  return Buffer.from(body)
}

/** A Node handler that sends the page from memory, 204 to what is posted, and does nothing else. */
export async function startBareNode(page) {
  const folder = newFolder()
  writeFileSync(join(folder, 'page'), page.body)
  writeFileSync(join(folder, 'headers.json'), JSON.stringify(page.headers))
  const port = await findFreePort()
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare.mjs'), folder, String(port)], { stdio: ['ignore', 'ignore', 'inherit'] })
  return running(child, port, folder, page.path)
}

/** nginx with one worker that sends the same bytes from a file; undefined where there is no nginx. */
export async function startNginx(page) {
  const binary = findNginx()
  if (!binary) return undefined
  const folder = newFolder()
  const file = join(folder, 'root', page.path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, page.body)
  const port = await findFreePort()
  writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port, page))
  const child = spawn(binary, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], { stdio: ['ignore', 'ignore', 'inherit'] })
  return running(child, port, folder, page.path)
}

/** Set as for a site that is meant to be fast: no log, files kept open, connections kept. */
function configuration(folder, port, { headers }) {
  const { 'content-type': type, ...rest } = headers
  const quote = (text) => `"${text.replace(/["\\]/g, '\\$&')}"`
  return `
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
worker_processes 1;
pid ${folder}/pid;
events { worker_connections 4096; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000000;
  open_file_cache max=100;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  server {
    listen 127.0.0.1:${port} backlog=4096;
    root ${folder}/root;
    types { }
    default_type ${quote(type)};
    etag off;
    ${Object.entries(rest).map(([name, value]) => `add_header ${name} ${quote(value)};`).join('\n    ')}
  }
}
`
}

async function running(child, port, folder, path) {
  const url = `http://127.0.0.1:${port}`
  const forget = endWith(child)
  for (let tries = 0; ; tries++) {
    const answer = await fetch(`${url}${path}`).catch(() => null)
    if (answer?.ok) break
    if (tries > 100) throw new Error(`${child.spawnfile} does not answer: ${answer?.status ?? 'nothing'}`)
    await wait(50)
  }
  return {
    url, pid: child.pid,
    async stop() {
      const ended = new Promise((resolve) => { child.once('exit', resolve) })
      child.kill('SIGTERM')
      await ended
      forget()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function newFolder() {
  mkdirSync('.tmp/bench', { recursive: true })
  return mkdtempSync(join(process.cwd(), '.tmp/bench/rival-'))
}

function findNginx() {
  try {
    return execFileSync('sh', ['-c', 'PATH=$PATH:/usr/sbin:/usr/local/sbin command -v nginx'], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
}
