import { recall, remember } from './device'
import { pageOf } from './find-comment'
import { keepOwn, listOwn, type Own } from './own-comments'
import { spendProof, startProof, takeProof } from './proof'

type Words = Record<'held' | 'unsent' | 'sending' | 'remember' | 'cancelReply' | 'write' | 'replyTo' | 'own' | 'ownOpen', string>
type Draft = { name?: string; email?: string; body?: string; parentId?: string; sendKey?: string }
type Answer = { status?: 'held' | 'visible'; location?: string; own?: Own | null; reason?: string | null; fields?: Record<string, string> }

/** Sends without leaving the page, keeps what was typed until it has arrived, and answers a comment in its place. */
export function enhanceComments(): void {
  const form = document.querySelector<HTMLFormElement>('#comment-form')
  if (!form) return
  const words = JSON.parse(form.dataset.words!) as Words
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement
  const [name, email, body, parent] = [field('name'), field('email'), field('body'), field('parentId')]
  const draftKey = `teduh.comment.${field('postId').value}`
  const home = { place: form.parentElement!, title: form.querySelector('h3')!.textContent }
  const refocus = form.querySelector<HTMLElement>('.galat')
  refocus?.focus()

  const draft = readDraft(draftKey)
  name.value ||= draft.name || (recall('teduh.name') ?? '')
  email.value ||= draft.email ?? ''
  body.value ||= draft.body ?? ''
  // One key for one text: a retry after a lost answer arrives once, also after the page was closed.
  let sendKey = draft.sendKey ?? newKey()
  let wasSent = draft.sendKey !== undefined
  form.addEventListener('input', () => {
    if (wasSent) sendKey = newKey()
    wasSent = false
    keepDraft()
  })

  const keep = document.createElement('label')
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.checked = recall('teduh.name') !== null
  keep.className = 'check'
  keep.append(box, ` ${words.remember}`)
  form.querySelector('.button')!.before(keep)

  document.querySelector('.thread')?.addEventListener('click', (event) => {
    const link = (event.target as HTMLElement).closest<HTMLElement>('[data-reply]')
    if (!link) return
    event.preventDefault()
    answer(link, true)
  })

  const answered = draft.parentId && !parent.value && document.querySelector<HTMLElement>(`[data-reply="${draft.parentId}"]`)
  if (answered) answer(answered, false)
  else showOwn()

  form.addEventListener('focusin', startProof)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void send()
  })

  async function send() {
    const button = form!.querySelector<HTMLButtonElement>('.button')!
    const label = button.textContent
    button.disabled = true
    button.textContent = words.sending
    clearWrongs()
    wasSent = true
    keepDraft()
    const data = { ...Object.fromEntries(new FormData(form!)), sendKey, device: deviceToken(), proof: await takeProof() }
    const response = await fetch(form!.action, {
      method: 'POST', body: JSON.stringify(data), headers: { 'content-type': 'application/json', accept: 'application/json' },
    }).catch(() => null)
    button.disabled = false
    button.textContent = label
    const answer = (await response?.json().catch(() => null)) as Answer | null | undefined
    if (response?.ok && answer) return arrived(answer)
    // Spent on a try whose answer was lost: the next press brings another.
    if (response?.status === 409) spendProof()
    showWrongs(answer?.fields ?? {}, answer?.reason ?? (answer ? '' : words.unsent))
  }

  function keepDraft() {
    const draft: Draft = { name: name.value, email: email.value, body: body.value, parentId: parent.value, ...(wasSent && { sendKey }) }
    remember(draftKey, body.value || wasSent ? JSON.stringify(draft) : null)
  }

  function arrived({ status, location, own }: Answer) {
    remember('teduh.name', box.checked ? name.value.trim() : null)
    remember(draftKey, null)
    body.value = ''
    sendKey = newKey()
    spendProof()
    wasSent = false
    if (own) keepOwn(own)
    const anchor = location?.split('#')[1]
    if (status === 'visible' && anchor) {
      if (document.querySelector('[data-pages]')) return window.location.assign(pageOf(anchor))
      window.location.hash = anchor
      return window.location.reload()
    }
    const note = document.createElement('p')
    note.className = 'note'
    note.setAttribute('role', 'status')
    note.tabIndex = -1
    note.textContent = words.held
    form!.before(note)
    goHome()
    note.focus()
  }

  /** The way to change what this device wrote here a moment ago. */
  function showOwn() {
    document.querySelector('.own')?.remove()
    const here = listOwn().filter(({ post }) => String(post) === field('postId').value)
    if (here.length === 0) return
    const line = document.createElement('p')
    line.className = 'own small'
    line.append(words.own)
    for (const { path } of here) {
      const link = document.createElement('a')
      link.href = path
      link.textContent = words.ownOpen
      line.append(' ', link)
    }
    form!.before(line)
  }

  function answer(link: HTMLElement, isPressed: boolean) {
    parent.value = link.dataset.reply!
    form!.querySelector('h3')!.textContent = words.replyTo.replace('…', link.dataset.name!)
    link.after(form!)
    if (!form!.querySelector('.cancel')) {
      const cancel = document.createElement('button')
      cancel.type = 'button'
      cancel.className = 'cancel small'
      cancel.textContent = words.cancelReply
      cancel.addEventListener('click', () => {
        const back = link.isConnected ? link : body
        goHome()
        back.focus()
      })
      form!.append(cancel)
    }
    keepDraft()
    if (isPressed) (name.value ? body : name).focus()
  }

  function goHome() {
    parent.value = ''
    form!.querySelector('.cancel')?.remove()
    form!.querySelector('h3')!.textContent = home.title
    home.place.append(form!)
    keepDraft()
    showOwn()
  }

  function clearWrongs() {
    form!.querySelectorAll('.galat, .wrong').forEach((element) => element.remove())
    for (const input of [name, email, body]) input.removeAttribute('aria-invalid')
  }

  function showWrongs(fields: Record<string, string>, reason: string) {
    const summary = document.createElement('p')
    summary.className = 'note galat'
    summary.setAttribute('role', 'alert')
    summary.tabIndex = -1
    summary.textContent = [reason, ...Object.values(fields)].filter(Boolean).join(' ')
    form!.querySelector('h3')!.after(summary)
    for (const [field, sentence] of Object.entries(fields)) {
      const input = form!.elements.namedItem(field) as HTMLElement | null
      if (!input) continue
      const wrong = document.createElement('p')
      wrong.className = 'wrong'
      wrong.id = `${input.id}-galat`
      wrong.textContent = sentence
      input.setAttribute('aria-invalid', 'true')
      input.setAttribute('aria-describedby', wrong.id)
      input.after(wrong)
    }
    summary.focus()
  }
}

function readDraft(key: string): Draft {
  try {
    return JSON.parse(recall(key) ?? '{}') as Draft
  } catch {
    return {}
  }
}

/** A secret of this device, by which it is known once its comments have been approved; made when it first comments. */
function deviceToken(): string {
  const key = 'teduh.device'
  const token = recall(key) ?? newKey()
  remember(key, token)
  return token
}

function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
