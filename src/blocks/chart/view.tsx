import type {Setting} from '../../drawing/index.js'
import {Box, Drawing, Paragraph, type Role, useSetting, Words} from '../../drawing/index.js'
import type {ValueOf, ViewProps} from '../block.js'
import {SourceLine} from '../source-line.js'
import {wordsOf} from '../../content.js'
import type {chart as spec} from './chart.js'
import {type ChartData, chartData} from './chart-data.js'
import {Legend} from './legend.js'
import {linesPlot} from './lines.js'
import {penOf} from './pen.js'
import type {Paper, Plot} from './plot.js'
import {sidewaysPlot} from './sideways.js'
import {uprightPlot} from './upright.js'

type Value = ValueOf<typeof spec>

/** A chart under the sentence that it says: what is measured, the drawing, what the count takes in. It never splits. */
export function Chart({value, id, place, where, width}: ViewProps<Value>) {
  const setting = useSetting()
  const {look} = setting
  const data = chartData(value)
  const plot = plotOf(value.variety, data, {width, height: heightOf(where, width), pen: penOf(setting), setting})
  const {title, alt, note, source} = value
  const measured = unitLine(value, data)
  return (
    <Box whole role="Div" place={place} style={{width}} {...(id === undefined ? {} : {id})}>
      {title ? <Paragraph role="Caption" style={look.type.caption} width={width} place={title.place} unbroken>{title.children}</Paragraph> : null}
      {measured ? <Words role="P" style={{...look.type.source, width}}>{measured}</Words> : null}
      <Box style={{height: 7}} />
      {plot.named ? null : <Legend names={data.series.map(({name}) => name)} lines={value.variety === 'line'} width={width} />}
      <Drawing width={plot.width} height={plot.height} alt={alt} data={asPrinted(value, data, setting)} place={value.table.place}>
        {plot.marks}
      </Drawing>
      <SourceLine note={note} source={source} table={value.table} width={width} above={3.5} />
    </Box>
  )
}

function plotOf(variety: Value['variety'], data: ChartData, paper: Paper): Plot {
  const {look} = paper.setting
  const tall = {...paper, height: (look.paper.height - look.paper.top - look.paper.bottom) * 0.8}
  switch (variety) {
    case 'line':
      return linesPlot(data, paper)
    case 'bar':
      return sidewaysPlot(data, 'grouped', tall)
    case 'column':
      return uprightPlot(data, 'grouped', paper) ?? sidewaysPlot(data, 'grouped', tall)
    case 'stacked':
      return uprightPlot(data, 'stacked', paper) ?? sidewaysPlot(data, 'stacked', tall)
  }
}

/** Seven columns wide a chart is 147 high; less in the margin, more over the full measure. */
const heightOf = (where: ViewProps<Value>['where'], width: number): number => (where === 'margin' || width < 200 ? 119 : width > 440 ? 168 : 147)

/** What is counted; of one series the head of its column, where no unit was given. */
function unitLine({unit}: Value, {series}: ChartData): string | undefined {
  const words = unit ?? (series.length === 1 ? series[0]?.name : undefined)
  // A symbol such as `km²` or `kg` keeps its letters; words begin a line.
  return words === undefined || !/^\p{Ll}{3}/u.test(words) ? words : words.charAt(0).toUpperCase() + words.slice(1)
}

/** The table behind the drawing, its numbers as they print. */
function asPrinted({table}: Value, {categories, series}: ChartData, {language}: Setting): NonNullable<Role['data']> {
  return {
    head: table.columns.map(({head}) => wordsOf(head.children)),
    rows: categories.map((name, row) => [name, ...series.map(({values}) => (values[row] ? language.number(values[row].value, values[row].decimals) : ''))]),
  }
}
