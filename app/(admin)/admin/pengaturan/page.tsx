import { Frame } from '@/components/admin/frame'
import { ReadersPart } from '@/components/admin/readers-part'
import { SettingsForm } from '@/components/admin/settings-form'
import { zoneName } from '@/lib/clock'
import { onlyIf } from '@/lib/only-if'
import { can } from '@/lib/policy'
import { requireViewer } from '@/lib/require-viewer'
import { getSettings } from '@/lib/settings/queries'

const indonesian = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']

export async function generateMetadata() {
  return { title: (await requireViewer()).m.settings.title }
}

export default async function SettingsPage() {
  const { viewer, m } = await requireViewer()
  onlyIf(can(viewer, 'settings.edit'))
  const zones = {
    indonesia: indonesian.map((zone) => ({ zone, title: `${zoneName(zone)} (${zone.split('/')[1]})` })),
    elsewhere: Intl.supportedValuesOf('timeZone').filter((zone) => !indonesian.includes(zone)),
  }
  return (
    <Frame place="more">
      <h1>{m.settings.title}</h1>
      <SettingsForm settings={await getSettings()} zones={zones} words={m.settings} feeds={m.feeds.settings} admin={{ save: m.admin.save, saving: m.admin.saving }} />
      <ReadersPart />
    </Frame>
  )
}
