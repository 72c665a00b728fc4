import { hints } from './count-view'
import { recall } from './device'
import { doneToday } from './today'

/** Says amin without leaving the page, and remembers for today what was said. */
export function enhanceAmin(): void {
  const form = document.querySelector<HTMLFormElement>('#amin')
  if (!form) return
  const today = doneToday('teduh.amin')
  const note = form.querySelector<HTMLElement>('.noted')!
  const noted = note.textContent
  const say = (text: string | null) => {
    note.className = ''
    note.textContent = text
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[form=amin]')) {
    if (today.has(nameOf(button))) press(button)
  }
  form.addEventListener('submit', (event) => {
    const button = event.submitter as HTMLButtonElement | null
    // Older browsers do not tell which button it was; the form works without.
    if (!button) return
    event.preventDefault()
    void send(button)
  })

  async function send(button: HTMLButtonElement) {
    const item = nameOf(button)
    const { model = '', platformVersion = '' } = await hints()
    const device = { staff: recall('teduh.staff') !== null, first: !today.has(item), model: model.slice(0, 100), system: platformVersion.slice(0, 50) }
    const answer = await fetch('/api/amin', {
      method: 'POST', body: JSON.stringify({ [button.name]: button.value, ...device }),
      headers: { 'content-type': 'application/json', accept: 'application/json' },
    }).catch(() => null)
    if (!answer?.ok) return say(answer ? await answer.text() : form!.dataset.unsent!)
    const { count } = (await answer.json()) as { count: number }
    button.querySelector('[data-count]')!.textContent = count ? ` · ${count.toLocaleString(document.documentElement.lang)}` : ''
    press(button)
    today.add(item)
    if (button.name === 'post') say(noted)
  }
}

const press = (button: HTMLElement) => button.setAttribute('aria-pressed', 'true')
const nameOf = ({ name, value }: HTMLButtonElement) => name[0]! + value
