import {expect, test} from 'vitest'
import * as library from '../src/index.js'

test('the library is a handful of functions', () => {
  expect(Object.entries(library).map(([name, value]) => `${name}: ${typeof value}`)).toEqual([
    'build: function',
    'check: function',
    'diskFiles: function',
    'version: string',
  ])
})
