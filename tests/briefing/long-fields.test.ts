import {describe, expect, test} from 'vitest'
import {z} from 'zod'
import {blocks} from '../../src/blocks/index.js'
import {brandFile} from '../../src/brand/brand-file.js'
import {readBriefing} from '../../src/briefing/index.js'
import {baseMeta} from '../../src/kinds/index.js'
import {briefing} from '../workspace/folder-of.js'

const told = (text: string) => readBriefing({path: 'a.md', text}).diagnostics.map(({rule, message, place}) => `${place.start?.line} ${rule}: ${message}`)

describe('a field that is too long', () => {
  test.each([
    ['title', 300],
    ['subtitle', 500],
    ['short', 150],
    ['symbol', 60],
    ['marking', 100],
    ['author', 200],
  ])('`%s` is told at its line', (key, most) => {
    const text = key === 'title' ? (length: number) => briefing('x'.repeat(length)) : (length: number) => briefing('A', `${key}: ${'x'.repeat(length)}\n`)
    expect(told(text(most))).toEqual([])
    expect(told(text(most + 1))).toEqual([`${key === 'title' ? 3 : 6} q-and-a/${key}: Expected at most ${most} characters`])
  })
  test('an address for a code, which would be too fine to be read, is told', () => {
    const fence = (length: number) => briefing('A', '', `## Who?\n\n\`\`\`contacts\n- name: Desk\n  qr: https://example.org/${'x'.repeat(length - 20)}\n\`\`\`\n`)
    expect(told(fence(200))).toEqual([])
    expect(told(fence(201))).toEqual(['12 contacts/qr: Expected at most 200 characters'])
  })
})

/** The fields of a schema that take any text, however long, by their keys. */
function endless(schema: z.ZodType, key = ''): string[] {
  const long = 'x'.repeat(100_000)
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape).flatMap(([name, inner]) => endless(inner as z.ZodType, `${key}.${name}`))
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return endless(schema.unwrap() as z.ZodType, key)
  if (schema instanceof z.ZodArray) return endless(schema.element as z.ZodType, `${key}[]`)
  if (schema instanceof z.ZodRecord) return endless(schema.valueType as z.ZodType, `${key}{}`)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => endless(option as z.ZodType, key))
  if (schema instanceof z.ZodPipe && schema.in instanceof z.ZodObject) return endless(schema.in, key)
  if (schema instanceof z.ZodUnknown) return []
  return [long, `https://example.org/${long}`, `a@${long}.org`, long.replaceAll('x', '1')].some((text) => schema.safeParse(text).success) ? [key] : []
}

describe('no field is without an end', () => {
  test('in front matter', () => expect(endless(baseMeta())).toEqual([]))
  test.each(blocks.flatMap((block) => ('schema' in block ? [[block.name, block.schema] as const] : [])))('of `%s`', (_, schema) => expect(endless(schema())).toEqual([]))
  // What papers do not use of the brand.yml standard is taken and left alone.
  test('of a brand', () => expect(endless(brandFile).filter((key) => !/typography\.(?:base|headings|monospace|link)\.(?:size|line-height)$/.test(key))).toEqual([]))
  test('is a claim that can fail', () => expect(endless(z.strictObject({a: z.array(z.strictObject({b: z.string().optional()}))}))).toEqual(['.a[].b']))
})
