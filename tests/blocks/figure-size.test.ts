import {expect, test} from 'vitest'
import {figureSize} from '../../src/blocks/figure/view.js'
import type {Look} from '../../src/brand/index.js'

// Of a look only these measures are asked for.
const look = {paper: {height: 800}, column: 28.8, gutter: 11.34} as Look
const photo = {format: 'jpeg', width: 400, height: 200} as const
const drawing = {format: 'svg', width: 400, height: 200} as const

test('a photograph prints as large as its pixels stay sharp, at 200 to the inch', () => {
  expect(figureSize({...photo, width: 1000}, {room: 470, look})).toEqual({width: 360, height: 72})
})

test('a photograph of few pixels prints 40 mm wide, and preflight tells that they are too few', () => {
  expect(figureSize({...photo, width: 100}, {room: 470, look}).width).toBe(113.4)
})

test('a drawing prints at its own size, at 96 units to the inch', () => {
  expect(figureSize(drawing, {room: 470, look})).toEqual({width: 300, height: 150})
})

test('a picture is not wider than its place', () => {
  expect(figureSize(photo, {room: 72, look})).toEqual({width: 72, height: 36})
})

test('a width that was asked for is that width', () => {
  expect(figureSize(photo, {room: 470, wish: {share: 1}, look}).width).toBe(470)
  expect(figureSize(drawing, {room: 470, wish: {share: 1}, look}).width).toBe(470)
})

test('a width in columns has the gutters between them', () => {
  expect(figureSize(drawing, {room: 470, wish: {columns: 4}, look}).width).toBe(149.22)
})

test('a picture is not higher than three fifths of the page', () => {
  expect(figureSize({format: 'png', width: 1000, height: 2000}, {room: 470, look})).toEqual({width: 240, height: 480})
})
