// React-PDF hands each element to Yoga in some forty calls, most of them to say that nothing was asked, reads it back into five objects, and copies all of
// them once more to take one field away. Here it says what was asked, and copies once: the same boxes for a twentieth less of a paper's time.

/** Functions of `@react-pdf/layout`, by name, and what stands for them in the bundle. They use its own: each must be there, or the build stops. */
const LEANER = {
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
}

export const leanerLayout = {
  name: 'leaner-layout',
  transform: {
    filter: {id: /[\\/]@react-pdf[\\/]layout[\\/]lib[\\/]index\.js$/},
    handler: (code) =>
      Object.entries(LEANER).reduce((whole, [name, instead]) => {
        const found = new RegExp(`^const ${name} = [^]*?^};$`, 'm')
        if (!found.test(whole)) throw new Error(`@react-pdf/layout has no ${name}: see .ci/leaner-layout.mjs`)
        return whole.replace(found, () => instead)
      }, code),
  },
}
