import type { ReactNode } from 'react'
import { StaffDevice } from '@/components/admin/staff-device'
import { requireViewer } from '@/lib/require-viewer'

/** Everything below /admin is for people who are signed in. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  await requireViewer()
  return (
    <>
      {children}
      <StaffDevice />
    </>
  )
}
