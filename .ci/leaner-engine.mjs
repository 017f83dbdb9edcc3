// Functions of React-PDF that do more than they are asked for, and what stands for them in the bundle: the same boxes, styles and faces, to which
// `tests/print/leaner-engine.test.ts` holds them.

/**
 * By file, and by the name that each has there. They use what else is there: each must be there, or the build stops.
 *
 * Of the layout: each element went to Yoga in some forty calls, most of them to say that nothing was asked, and was copied once more only to take one field away.
 * Of styles: each key copied all those before it; and styles of any two elements have keys of their own, which V8 looks up faster where they are kept as a list.
 * Of texts: each letter made a list of the faces that might have it; and each syllable and line looked for its run from the beginning, of which a
 * paragraph may have thousands.
 */
const LEANER = {
  '@react-pdf/layout/lib/index.js': {
    setYogaValues: `
const NUMBERS = {
  width: ['setWidth'], minWidth: ['setMinWidth'], maxWidth: ['setMaxWidth'], minHeight: ['setMinHeight'], maxHeight: ['setMaxHeight'],
  marginTop: ['setMargin', Yoga.Edge.Top], marginRight: ['setMargin', Yoga.Edge.Right], marginBottom: ['setMargin', Yoga.Edge.Bottom], marginLeft: ['setMargin', Yoga.Edge.Left],
  paddingTop: ['setPadding', Yoga.Edge.Top], paddingRight: ['setPadding', Yoga.Edge.Right], paddingBottom: ['setPadding', Yoga.Edge.Bottom], paddingLeft: ['setPadding', Yoga.Edge.Left],
  top: ['setPosition', Yoga.Edge.Top], right: ['setPosition', Yoga.Edge.Right], bottom: ['setPosition', Yoga.Edge.Bottom], left: ['setPosition', Yoga.Edge.Left],
  borderTopWidth: ['setBorder', Yoga.Edge.Top], borderRightWidth: ['setBorder', Yoga.Edge.Right], borderBottomWidth: ['setBorder', Yoga.Edge.Bottom], borderLeftWidth: ['setBorder', Yoga.Edge.Left],
  flexBasis: ['setFlexBasis'], flexGrow: ['setFlexGrow'], aspectRatio: ['setAspectRatio'], rowGap: ['setGap', Yoga.Gutter.Row], columnGap: ['setGap', Yoga.Gutter.Column],
}
const WORDS = {
  width: setWidth, minWidth: setMinWidth, maxWidth: setMaxWidth, minHeight: setMinHeight, maxHeight: setMaxHeight,
  marginTop: setMarginTop, marginRight: setMarginRight, marginBottom: setMarginBottom, marginLeft: setMarginLeft,
  paddingTop: setPaddingTop, paddingRight: setPaddingRight, paddingBottom: setPaddingBottom, paddingLeft: setPaddingLeft,
  position: setPositionType, top: setPositionTop, right: setPositionRight, bottom: setPositionBottom, left: setPositionLeft,
  borderTopWidth: setBorderTop, borderRightWidth: setBorderRight, borderBottomWidth: setBorderBottom, borderLeftWidth: setBorderLeft,
  display: setDisplay, flexDirection: setFlexDirection, alignSelf: setAlignSelf, alignItems: setAlignItems, justifyContent: setJustifyContent, flexWrap: setFlexWrap,
  overflow: setOverflow, aspectRatio: setAspectRatio, flexBasis: setFlexBasis, flexGrow: setFlexGrow, rowGap: setRowGap, columnGap: setColumnGap,
}
const setYogaValues = (node) => {
  const {yogaNode, style} = node
  setNodeHeight(node)(node)
  // Where nothing is said, React-PDF asks for other than what Yoga begins with.
  setAlignContent(style.alignContent)(node)
  yogaNode.setFlexShrink(style.flexShrink || 1)
  for (const key in style) {
    const value = style[key]
    const [method, edge] = typeof value === 'number' ? (NUMBERS[key] ?? []) : []
    if (method === undefined) WORDS[key]?.(value)(node)
    else if (edge === undefined) yogaNode[method](value)
    else yogaNode[method](edge, value)
  }
}`,
    persistDimensions: `
const persistDimensions = (node) => {
  if (isTextInstance$1(node)) return node
  const box = Object.assign(getPadding(node), getMargin(node), getBorderWidth(node), getPosition(node), getDimension(node))
  return node.children ? {...node, yogaNode: undefined, box, children: node.children.map(persistDimensions)} : {...node, yogaNode: undefined, box}
}`,
    destroyYogaNodes: '',
    resolvePageDimensions: `
const resolvePageDimensions = (page, fontStore, yoga) => {
  if (isNil(page)) return null
  const laid = calculateLayout(createYogaNodes(page, fontStore, yoga)(page))
  const measured = persistDimensions(laid)
  freeYogaNodes(laid)
  return measured
}`,
  },
  '@react-pdf/stylesheet/lib/index.js': {
    resolveMediaQueries: `
const resolveMediaQueries = (container, style) => {
  const resolved = {}
  for (const key of Object.keys(style)) {
    if (key.startsWith('@media')) Object.assign(resolved, matchMedia({[key]: style[key]}, container))
    else resolved[key] = style[key]
  }
  return resolved
}`,
    resolve: `
const resolve = (container) => (style) => {
  const resolved = Object.create(null)
  for (const key of Object.keys(style)) {
    if (shorthands[key]) Object.assign(resolved, shorthands[key](key, style[key], container, style))
    else resolved[key] = style[key]
  }
  return resolved
}`,
  },
  '@react-pdf/textkit/lib/textkit.js': {
    pickFontFromFontStack: `
const pickFontFromFontStack = (codePoint, fontStack, lastFont) => {
  if (IGNORED_CODE_POINTS.includes(codePoint)) return lastFont
  for (const font of fontStack) if (font?.hasGlyphForCodePoint?.(codePoint)) return font
  return lastFont?.hasGlyphForCodePoint?.(codePoint) ? lastFont : fontStack.at(-1)
}`,
    runIndexAt$1: `
const runIndexAt$1 = (index, runs) => {
  if (!runs) return -1
  // Runs stand in order, none over another; what is empty holds nothing.
  let [low, high] = [0, runs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (runs[middle].end <= index) low = middle + 1
    else high = middle
  }
  return low < runs.length && runs[low].start <= index ? low : -1
}`,
  },
}

/** A file of the engine with what stands for its functions. */
export function leaner(code, file) {
  return Object.entries(LEANER[file]).reduce((whole, [name, instead]) => {
    const found = new RegExp(`^const ${name.replace('$', '\\$')} = [^]*?^};$`, 'm')
    if (!found.test(whole)) throw new Error(`${file} has no ${name}: see .ci/leaner-engine.mjs`)
    return whole.replace(found, () => instead)
  }, code)
}

const fileOf = (id) => Object.keys(LEANER).find((file) => id.replaceAll('\\', '/').endsWith(`node_modules/${file}`))

export const leanerEngine = {
  name: 'leaner-engine',
  transform: {
    filter: {id: /[\\/]@react-pdf[\\/](?:layout|stylesheet|textkit)[\\/]lib[\\/]/},
    handler(code, id) {
      const file = fileOf(id)
      return file === undefined ? undefined : leaner(code, file)
    },
  },
}
