// Finds a Chromium for the stories: the system's, else Playwright's own, else Debian's package.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/** Chromium as Debian builds it without windows: it draws the same pages with two thirds of the work. */
const windowless = 'chromium-headless-shell'

/** The path of a Chromium that starts, or an error that says how to get one; `lean`: rather one without windows. */
export async function findChromium({ lean = false } = {}) {
  return system(lean ? [windowless, ...names] : names) ?? (await playwrights()) ?? download() ?? (await playwrights()) ?? debian(lean) ?? fail()
}

function system(names) {
  const named = process.env.TEDUH_CHROMIUM
  if (named) return named
  for (const name of names) {
    const path = tryRun('sh', ['-c', `command -v ${name}`])
    if (path && tryRun(path, ['--version'])) return path
  }
  return undefined
}

async function playwrights() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return path && existsSync(path) ? path : undefined
}

function download() {
  console.log('No Chromium on this machine: asking Playwright for its own …')
  tryRun(process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium-headless-shell', 'chromium'], 300_000)
  return undefined
}

function debian(lean) {
  if (process.getuid?.() !== 0 || !tryRun('sh', ['-c', 'command -v apt-get'])) return undefined
  console.log('Installing Debian’s Chromium …')
  tryRun('apt-get', ['update'], 300_000)
  for (const name of lean ? [windowless, 'chromium'] : ['chromium']) {
    if (tryRun('apt-get', ['install', '-y', '--no-install-recommends', name], 600_000)) return system([name])
  }
  return undefined
}

function fail() {
  throw new Error('The stories need Chromium. Install it (Debian: apt-get install chromium), or name one in TEDUH_CHROMIUM.')
}

function tryRun(command, args, timeout = 20_000) {
  try {
    return execFileSync(command, args, { timeout, stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' }).trim() || ' '
  } catch {
    return undefined
  }
}
