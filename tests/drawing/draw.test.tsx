import {Document, Page, pdf, Text, View} from '@react-pdf/renderer'
import fc from 'fast-check'
import {createElement, Fragment, memo, type ReactNode} from 'react'
import {describe, expect, it, vi} from 'vitest'
import {draw, type Setting, useSetting} from '../../src/drawing/index.js'

// No part of a setting is asked for here but its key.
const setting = (key: string) => ({key}) as Setting

/** What React-PDF's own reconciler makes of an element. */
function reconciled(element: ReactNode): unknown {
  const warn = vi.spyOn(console, 'warn').mockReturnValue(undefined) // of words outside a text
  const {container} = pdf(createElement(Document, null, createElement(Page, null, element))) as unknown as {container: {document: {children: {children: unknown[]}[]}}}
  warn.mockRestore()
  return container.document.children[0]?.children[0]
}

/** Components, as views are; and one as no view is. */
const Wrapped = ({children}: {children?: ReactNode}) => <>{children}</>
const Key = () => <Text>{useSetting().key}</Text>
const Broken = () => {
  throw new Error('broken')
}
const Memo = memo(Key)

const {element} = fc.letrec<{element: ReactNode; child: ReactNode; children: ReactNode[]}>((tie) => ({
  element: fc.tuple(fc.constantFrom(View, Text), fc.option(fc.record({style: fc.record({width: fc.integer()}), tag: fc.record({role: fc.string()}), id: fc.string(), wrap: fc.boolean()}, {requiredKeys: []}), {nil: null}), tie('children')).map(([type, props, children]) =>
    createElement(type as string, props, ...children)),
  child: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    fc.constantFrom('words', '', ' ', 0, 3.5, null, undefined, true, false),
    tie('element'),
    tie('children').map((children) => createElement(Fragment, null, ...children)),
    tie('children').map((children) => createElement(Wrapped, null, ...children)),
    tie('children'),
  ),
  children: fc.array(tie('child'), {maxLength: 4}),
}))

describe('draw', () => {
  it('makes of elements what React-PDF makes of them', () => {
    // Elements of a list have no keys here, which React says at length.
    const error = vi.spyOn(console, 'error').mockReturnValue(undefined)
    fc.assert(
      fc.property(element, (one) => {
        expect(draw(setting('a'), one)).toEqual(reconciled(one))
      }),
    )
    error.mockRestore()
  })
  it('begins no text with a place to divide a word, for which React-PDF finds no face', () => {
    expect(draw(setting('a'), <Text>{'\u00ad\u00adso\u00adft'}{'\u00ad'}</Text>).children).toEqual([{type: 'TEXT_INSTANCE', value: 'so\u00adft'}])
  })
  it('draws views in the setting of their paper', () => {
    const inside = <Wrapped><Key /></Wrapped>
    expect(draw(setting('one'), inside)).toMatchObject({children: [{value: 'one'}]})
    expect(draw(setting('other'), inside)).toMatchObject({children: [{value: 'other'}]})
  })
  it('leaves no setting behind, not even where a view fails', () => {
    expect(() => draw(setting('one'), <Broken />)).toThrow('broken')
    expect(() => useSetting()).toThrow('A view was drawn outside a paper')
  })
  it('refuses what it would lose', () => {
    const refusal = (drawn: ReactNode) => expect(() => draw(setting('one'), drawn))
    refusal(<Memo />).toThrow('A component of another sort than a function was drawn')
    refusal(new Set(['words'])).toThrow('What was drawn is no element')
    refusal(<><View /><View /></>).toThrow('What was drawn is not one element')
    refusal('words').toThrow('What was drawn is not one element')
    refusal(null).toThrow('What was drawn is not one element')
  })
})
