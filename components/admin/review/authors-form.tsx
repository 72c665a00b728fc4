'use client'

import { useState } from 'react'
import { nameAuthors } from '@/app/(admin)/admin/tinjauan/actions'
import { Form } from '@/components/ui/form'

type Words = Record<'first' | 'nobody' | 'saveAuthors' | 'saving', string> & { also: string[] }
type Props = { id: number; first: string; chosen: number[]; people: { id: number; name: string }[]; words: Words }

/** Names in the order of the byline; one more place comes as soon as the last is filled. */
export function AuthorsForm({ id, first, chosen, people, words }: Props) {
  const [names, setNames] = useState<(number | '')[]>([...chosen, ''])
  const put = (place: number, value: string) => {
    const next = names.map((name, i) => (i === place ? (value === '' ? '' as const : Number(value)) : name))
    setNames(next.at(-1) === '' || next.length >= 9 ? next : [...next, ''])
  }
  return (
    <Form action={nameAuthors} submit={words.saveAuthors} sending={words.saving}>
      <input type="hidden" name="id" value={id} />
      <p>{words.first}: <b>{first}</b></p>
      {names.map((name, place) => (
        // The places stay where they are; only what is chosen in them changes.
        <div key={place}>
          <label htmlFor={`penulis-${place}`}>{words.also[place]}</label>
          <select id={`penulis-${place}`} name="coauthors[]" value={name} onChange={(event) => put(place, event.target.value)}>
            <option value="">{words.nobody}</option>
            {people.filter((person) => person.id === name || !names.includes(person.id)).map((person) => <option value={person.id} key={person.id}>{person.name}</option>)}
          </select>
        </div>
      ))}
    </Form>
  )
}
