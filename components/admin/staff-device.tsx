'use client'

import { useEffect } from 'react'

/**
 * Remembers on the device that it is used for writing: its views are not counted, also when signed out,
 * and reader pages ask whether to offer "Ubah". Nothing that identifies anybody.
 */
export function rememberStaffDevice() {
  try {
    localStorage.setItem('teduh.staff', '1')
  } catch {
    // Then the page counts, and there is no "Ubah".
  }
}

/** For devices that were signed in before they could remember it. */
export function StaffDevice() {
  useEffect(rememberStaffDevice, [])
  return null
}
