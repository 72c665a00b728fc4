// node bare.mjs <folder with page and headers.json> <port>
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const [folder, port] = process.argv.slice(2)
const body = readFileSync(`${folder}/page`)
const headers = { ...JSON.parse(readFileSync(`${folder}/headers.json`, 'utf8')), 'content-length': body.length }

createServer(({ method }, response) => {
  if (method === 'POST') return response.writeHead(204).end()
  response.writeHead(200, headers)
  response.end(body)
}).listen(Number(port), '127.0.0.1', 4096)
