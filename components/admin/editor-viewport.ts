import type { Viewport } from 'next'

/** The tools stand at the bottom of a phone's screen: the keyboard makes the page smaller, not cover them. */
export const viewport: Viewport = { width: 'device-width', initialScale: 1, interactiveWidget: 'resizes-content' }
