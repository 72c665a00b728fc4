import { chromium } from '@playwright/test'
import { findChromium } from '../chromium.mjs'

export const browserArguments = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run']

export async function openBrowser(args = []) {
  return chromium.launch({ executablePath: await findChromium(), args: [...browserArguments, ...args] })
}
