import { describe, expect, it } from 'vitest'
import { moveItem, removeItem } from './menu-order'
import type { MenuItem } from './settings/schema'

const menu: MenuItem[] = [{ type: 'archive' }, { type: 'labels' }, { type: 'search' }]
const json = (item: MenuItem) => JSON.stringify(item)
const types = (items: MenuItem[]) => items.map(({ type }) => type)

describe('the order of the menu', () => {
  it('goes up and down by one, and no further than its ends', () => {
    expect(types(moveItem(menu, json({ type: 'search' }), -1))).toEqual(['archive', 'search', 'labels'])
    expect(types(moveItem(menu, json({ type: 'archive' }), 1))).toEqual(['labels', 'archive', 'search'])
    expect(types(moveItem(menu, json({ type: 'archive' }), -1))).toEqual(['archive', 'labels', 'search'])
    expect(types(moveItem(menu, json({ type: 'search' }), 1))).toEqual(['archive', 'labels', 'search'])
  })

  it('loses one entry', () => expect(types(removeItem(menu, json({ type: 'labels' })))).toEqual(['archive', 'search']))

  it('says so when somebody else changed it', () => {
    expect(() => removeItem(menu, json({ type: 'label', name: 'x', title: '' }))).toThrow(expect.objectContaining({ code: 'conflict' }))
  })
})
