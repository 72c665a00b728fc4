/** Teduh's one drawing: an arc over ground. */
export function Shelter({ className }: { className?: string }) {
  return (
    <svg className={className} viewBox="0 0 30 17" aria-hidden="true">
      <path d="M3 15a12 12 0 0 1 24 0M10.5 15a4.5 4.5 0 0 1 9 0M0 16h30" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  )
}
