import {expect, test} from 'vitest'
import {figureSize} from '../../src/blocks/figure/view.js'
import type {Look} from '../../src/brand/index.js'

// Of a look only these measures are asked for.
const look = {paper: {height: 800}, column: 28.8, gutter: 11.34} as Look
const photo = {format: 'jpeg', width: 400, height: 200} as const
const drawing = {format: 'svg', width: 400, height: 200} as const

test('a photograph prints at its own size, at 96 pixels to the inch', () => {
  expect(figureSize(photo, {room: 470, look})).toEqual({width: 300, height: 150})
})

test('a picture is not wider than its place', () => {
  expect(figureSize(photo, {room: 147, look})).toEqual({width: 147, height: 73.5})
})

test('a photograph is not blown up; a drawing may be', () => {
  expect(figureSize(photo, {room: 470, wish: {share: 1}, look}).width).toBe(300)
  expect(figureSize(drawing, {room: 470, wish: {share: 1}, look}).width).toBe(470)
})

test('a width in columns has the gutters between them', () => {
  expect(figureSize(drawing, {room: 470, wish: {columns: 4}, look}).width).toBe(149.22)
})

test('a picture is not higher than three fifths of the page', () => {
  expect(figureSize({format: 'png', width: 1000, height: 2000}, {room: 470, look})).toEqual({width: 240, height: 480})
})
