import { isoInZone } from '@/lib/clock'

/** An instant that is written with the blog's own offset and milliseconds, as Blogger does: `2025-03-17T04:30:00.000+07:00`. */
export class ZonedDate extends Date {
  constructor(instant: Date, private readonly zone: string) {
    super(instant)
  }

  override toISOString(): string {
    const ms = String(this.getUTCMilliseconds()).padStart(3, '0')
    return isoInZone(new Date(this.getTime()), this.zone).replace(/(:\d\d)(?=[+-])/, `$1.${ms}`)
  }
}
