import type { NextConfig } from 'next'

const config: NextConfig = {
  // A build is made in a slot of its own beside the one that runs (scripts/build.mjs).
  distDir: process.env.TEDUH_BUILD ?? '.next',
  poweredByHeader: false,
  // For the writing room: its pages are several times smaller packed. Readers' pages are asked for without an
  // Accept-Encoding and packed once by server.ts, which also gives them their ETag.
  compress: true,
  generateEtags: false,
  // The addresses are Blogger's: /2025/03/ is a page, and server.ts knows the one spelling of each.
  skipTrailingSlashRedirect: true,
  // Titles and descriptions in the head, not streamed behind it: readers run no script that would move them.
  htmlLimitedBots: /.*/,
  // Pictures are made in their widths when they are uploaded; the optimiser's address stays closed.
  images: { unoptimized: true },
  typedRoutes: true,
  // `npm test` runs tsc; a second pass here would double the memory that an upgrade needs.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['satori', 'better-sqlite3', 'pino', 'sharp', '@node-rs/argon2', 'nodemailer', 'pg'],
  agentRules: false,
  devIndicators: false,
  experimental: {
    inlineCss: true,
    // A room of the writing room is loaded when somebody opens it, not before readers get an answer.
    preloadEntriesOnStart: false,
    // One worker at a time: a build fits beside the running server in 1 GB.
    cpus: 1,
    serverSourceMaps: false,
  },
}

export default config
