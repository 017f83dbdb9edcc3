import type {TextStyle} from '../../brand/index.js'
import type {ComposedProse} from '../../content.js'
import {Box, destination, labelOf, Paragraph, plain, Run, type Setting, useSetting, Words} from '../../drawing/index.js'
import type {ValueOf, ViewProps} from '../block.js'
import {SourceLine} from '../source-line.js'
import {Cell} from './cell.js'
import {raisedStyle} from './marks.js'
import {planTable, type PlannedTable} from './plan.js'
import type {table as spec} from './table.js'

type Value = ValueOf<typeof spec>

/** Above and below each row: a pitch of 14 where it takes a line. */
const PAD = 1.75
/** At the head, at the foot, and at each hairline. */
const WIDE_PAD = 3.5
/** Lines up to which a table is kept on one page: divided, it would be harder to read than the hole it leaves. */
const MOST_WHOLE = 11
const HAIR = {every: 5, weight: 0.3}

/**
 * A table without upright rules. Its head comes back on every page it runs over, and says so; the first two rows stay with
 * the head, the last two with what stands under the table.
 */
export function Table({value, id, place, where, width}: ViewProps<Value>) {
  const setting = useSetting()
  const plan = planTable(value, {where, width}, setting)
  const {columns, rows} = value.table
  const {ink, hair} = setting.look.colours
  const {table: body} = setting.look.type
  const start = id ?? destination(setting, 'table.0')
  // Which cells name their row: those of the first column, where each row has one.
  const rowHeads = columns.length > 1 && rows.every(([first]) => first && first.children.length > 0)
  const last = rows.length - 1
  const chained = (row: number) => row < 1 || row >= last - 1
  const whole = plan.lines <= MOST_WHOLE

  return (
    <Box role="Table" whole={whole} place={place} id={start} style={{width: plan.width}}>
      <Caption value={value} plan={plan} />
      <Head value={value} plan={plan} />
      <Box role="TBody">
        {rows.map((cells, row) => {
          const closes = row === last && !plan.totals
          // No hairline for the sake of a single row.
          const group = row % HAIR.every === HAIR.every - 1 && row < last - 1
          const edge = closes ? {weight: 0.8, colour: ink} : group ? {weight: HAIR.weight, colour: hair} : undefined
          return (
            <Box
              key={row}
              role="TR"
              strip
              whole={!plan.tall[row]}
              {...(chained(row) ? {ahead: 1} : {})}
              style={{
                flexDirection: 'row',
                paddingTop: row > 0 && row % HAIR.every === 0 && row < last ? WIDE_PAD : PAD,
                paddingBottom: (row === last || group ? WIDE_PAD : PAD) - (group ? HAIR.weight : 0),
                ...(edge ? {borderBottomWidth: edge.weight, borderBottomColor: edge.colour} : {}),
              }}
            >
              {cells.map((prose, at) => {
                const column = plan.columns[at]
                const role = at === 0 && rowHeads ? ({role: 'TH', scope: 'Row'} as const) : ({role: 'TD'} as const)
                return column ? <Cell key={at} prose={prose} column={column} style={body} role={role} right={column.right[row] ?? 0} spare={column.spare[row]} divisible={plan.tall[row] === true} /> : null
              })}
            </Box>
          )
        })}
        {plan.totals ? <Totals plan={plan} /> : null}
        <Foot value={value} plan={plan} />
      </Box>
    </Box>
  )
}

/** The caption; on the pages after the first it says that the table goes on. */
function Caption({value: {caption}, plan}: {value: Value; plan: PlannedTable}) {
  const setting = useSetting()
  if (!caption) return null
  const words = (continued: boolean) => (
    <Paragraph role="Caption" style={setting.look.type.caption} width={plan.width} place={caption.place} unbroken box={{paddingBottom: 3.5}}>
      {continued ? [...caption.children, ...plain(` ${labelOf(setting, 'continued')}`)] : caption.children}
    </Paragraph>
  )
  return <Box repeated ahead={1} again={words(true)}>{words(false)}</Box>
}

/** The space under it is its own, so that a row which goes on over the page has some too. */
function Head({value: {table}, plan}: {value: Value; plan: PlannedTable}) {
  const {look} = useSetting()
  const {ink} = look.colours
  const edges = {borderTopWidth: 0.8, borderTopColor: ink, borderBottomWidth: 0.4, borderBottomColor: ink}
  return (
    <Box role="THead" repeated strip whole ahead={1} style={{paddingBottom: PAD}}>
      <Box role="TR" style={{flexDirection: 'row', alignItems: 'flex-end', paddingVertical: WIDE_PAD, ...edges}}>
        {table.columns.map(({head}, at) => {
          const column = plan.columns[at]
          const role = head.children.length > 0 ? ({role: 'TH', scope: 'Column'} as const) : ({role: 'TD'} as const)
          return column ? <Cell key={at} prose={head} column={column} style={look.type.tableHead} role={role} right={column.head} spare={column.headSpare} /> : null
        })}
      </Box>
    </Box>
  )
}

function Totals({plan}: {plan: PlannedTable}) {
  const setting = useSetting()
  const {ink} = setting.look.colours
  const style: TextStyle = {...setting.look.type.table, fontWeight: 600}
  const words = (at: number) => (at === 0 ? labelOf(setting, 'total') : plan.totals?.[at - 1])
  const edges = {borderTopWidth: 0.4, borderTopColor: ink, borderBottomWidth: 0.8, borderBottomColor: ink}
  return (
    <Box role="TR" whole ahead={1} style={{flexDirection: 'row', paddingVertical: WIDE_PAD, ...edges}}>
      {plan.columns.map((column, at) => (
        <Cell
          key={at}
          prose={{children: plain(words(at) ?? '')}}
          column={column}
          style={style}
          role={at === 0 ? {role: 'TH', scope: 'Row'} : {role: 'TD'}}
          right={column.total}
        />
      ))}
    </Box>
  )
}

/** Notes by their letters, then the source: a row of one cell, so that it never parts from the rows above it. */
function Foot({value: {notes, source, table}, plan}: {value: Value; plan: PlannedTable}) {
  const setting = useSetting()
  const {source: style} = setting.look.type
  const lettered = Object.entries(notes ?? {})
  if (lettered.length === 0 && !source && !table.calls) return null
  return (
    <Box role="TR" strip whole style={{paddingTop: 3.5}}>
      <Box role={{role: 'TD', colSpan: plan.columns.length}} style={{rowGap: 0}}>
        {lettered.map(([letter, prose]) => <LetteredNote key={letter} letter={letter} prose={prose} style={style} width={plan.width} setting={setting} />)}
        <SourceLine source={source} table={table} width={plan.width} />
      </Box>
    </Box>
  )
}

function LetteredNote({letter, prose, style, width, setting}: {letter: string; prose: ComposedProse; style: TextStyle; width: number; setting: Setting}) {
  const indent = 7
  return (
    <Box style={{flexDirection: 'row'}}>
      <Words role="Lbl" unbroken style={{...style, width: indent}}>
        <Run style={raisedStyle(style, setting.fonts)}>{letter}</Run>
        {'\u00a0' /* Of full size: it sets the line on the baseline of the note. */}
      </Words>
      <Paragraph style={style} width={width - indent} place={prose.place}>{prose.children}</Paragraph>
    </Box>
  )
}
