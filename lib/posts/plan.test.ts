import { expect, it } from 'vitest'
import { comingDays, firstEmptyDay, readyDays } from './plan'

const plans = (...days: number[]) => days.map((day) => ({ day }))

it('tells the first empty day from tomorrow on', () => {
  expect(firstEmptyDay(plans(), 100)).toBe(101)
  expect(firstEmptyDay(plans(100, 101, 102, 104), 100)).toBe(103)
  expect(firstEmptyDay(plans(...comingDays(100)), 100)).toBeNull()
})

it('tells which days are ready between the next one and the first empty one', () => {
  expect(readyDays(plans(101, 102, 104), 100, 101)).toEqual([102])
  expect(readyDays(plans(103), 100, 103)).toEqual([])
  expect(readyDays(plans(), 100, undefined)).toEqual([])
})
