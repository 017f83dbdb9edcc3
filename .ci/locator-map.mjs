// A round map with one State in its middle: the globe seen from above it, cut to what lies around.
import {geoArea, geoCentroid, geoDistance, geoOrthographic, geoPath} from 'd3-geo'
import {merge, mesh} from 'topojson-client'

/** Units across the map; it is drawn at about a point each. */
export const SIZE = 120
const MIDDLE = SIZE / 2
const DEGREE = Math.PI / 180

/** The nearest and the farthest look, in degrees from the middle to the edge. */
const NEAREST = 17
const FARTHEST = 60
/** Share of the map that must be land, so that a reader knows the place. */
const LEAST_LAND = 0.1
/** A State that covers fewer square units is marked by dots. */
const SPECK = 9
/** Lines are drawn to within these units of where they run. */
const TOLERANCE = 0.6
const TOLERANCE_OF_STATE = 0.35

/** What the atlas keeps apart and the United Nations count to a State. */
const OWNERS = {CYN: 'CYP', SOL: 'SOM', XKX: 'SRB', TWN: 'CHN', HKG: 'CHN', MAC: 'CHN', ALA: 'FIN', KAS: 'IND'}
const ownerOf = ({properties: {a3}}) => OWNERS[a3] ?? a3

/** So small that the atlas has a point of no area for it. */
const POINTS = {VAT: [12.453, 41.903]}

/**
 * A painter of maps. `world` is the atlas that is drawn, `islands` a finer one for where small States lie; both TopoJSON.
 * `draw('POL')` gives paths in units of SIZE: `land`, `borders`, `state`, and `dots` where the State is too small to be seen.
 */
export function mapsOf(world, islands) {
  const land = merge(world, world.objects.countries.geometries)
  const borders = mesh(world, world.objects.countries, (a, b) => ownerOf(a) !== ownerOf(b))

  return function draw(iso3) {
    const shape = shapeOf(world, iso3)
    const parts = partsOf(shape, iso3)
    const isles = partsOf(shapeOf(islands, iso3), iso3)
    const {centre, radius} = middleOf(parts.length > 0 ? parts : isles)
    const projection = lookAt(centre, Math.max(2 * radius, NEAREST), land)
    return {
      size: SIZE,
      land: drawn(projection, land, TOLERANCE),
      borders: drawn(projection, borders, TOLERANCE),
      state: drawn(projection, shape, TOLERANCE_OF_STATE),
      dots: geoPath(projection).area(shape) < SPECK ? dotsOf(isles, projection) : [],
    }
  }
}

const shapeOf = (atlas, iso3) => merge(atlas, atlas.objects.countries.geometries.filter((one) => ownerOf(one) === iso3))

/** The parts of a State with their area and middle, the largest first. */
function partsOf({coordinates}, iso3) {
  const parts = coordinates.map((rings) => {
    const shape = {type: 'Polygon', coordinates: rings}
    return {rings, area: geoArea(shape), at: geoCentroid(shape)}
  })
  const point = POINTS[iso3]
  if (point) return parts.map((part) => ({...part, area: 0, at: point, rings: [[point]]}))
  return parts.sort((a, b) => b.area - a.area)
}

/** The middle of a State, and how far it reaches from there in degrees; distant and small parts do not move it. */
function middleOf(parts) {
  const [main] = parts
  const near = parts.filter(({area, at}) => area >= main.area * 0.08 && geoDistance(at, main.at) < 25 * DEGREE)
  const centre = main.area === 0 ? main.at : geoCentroid({type: 'MultiPolygon', coordinates: near.map(({rings}) => rings)})
  const radius = Math.max(...near.flatMap(({rings}) => rings[0].map((corner) => geoDistance(corner, centre)))) / DEGREE
  return {centre, radius}
}

/** From near to far, until there is land to know the place by. */
function lookAt([longitude, latitude], nearest, land) {
  for (let angle = nearest; ; angle *= 1.2) {
    const reach = Math.min(angle, 89)
    const projection = geoOrthographic()
      .rotate([-longitude, -latitude])
      .clipAngle(reach)
      .scale(MIDDLE / Math.sin(reach * DEGREE))
      .translate([MIDDLE, MIDDLE])
      .precision(0.4)
    if (reach >= FARTHEST || geoPath(projection).area(land) >= LEAST_LAND * Math.PI * MIDDLE ** 2) return projection
  }
}

/** A dot for each island or group of them; in the middle where nothing else is known. */
function dotsOf(isles, projection) {
  const dots = []
  for (const {at} of isles) {
    if (!isSeen(at, projection)) continue
    const [x, y] = projection(at)
    if (dots.every(([a, b]) => Math.hypot(a - x, b - y) > 4)) dots.push([round(x), round(y)])
  }
  return dots
}

const isSeen = (at, projection) => {
  const [longitude, latitude] = projection.rotate()
  return geoDistance(at, [-longitude, -latitude]) < projection.clipAngle() * DEGREE * 0.97
}

/** A path: what d3 projects and clips, thinned and rounded. */
function drawn(projection, shape, tolerance) {
  const lines = []
  const context = {
    moveTo: (x, y) => lines.push({points: [[x, y]], closed: false}),
    lineTo: (x, y) => lines.at(-1).points.push([x, y]),
    closePath: () => {
      lines.at(-1).closed = true
    },
  }
  geoPath(projection, context)(shape)
  return lines
    .map(({points, closed}) => ({points: thinned(points, tolerance), closed}))
    .filter(({points, closed}) => (closed ? Math.abs(areaOf(points)) >= 1 : points.length > 1))
    .map(({points, closed}) => `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}${closed ? 'Z' : ''}`)
    .join('')
}

/** A tenth of a unit is finer than a printed line. */
const round = (units) => Math.round(units * 10) / 10

const areaOf = (points) => points.reduce((sum, [x, y], at) => sum + x * points[(at + 1) % points.length][1] - y * points[(at + 1) % points.length][0], 0) / 2

/** Fewer points, none farther than the tolerance from the line they are left out of (Douglas and Peucker, 1973). */
function thinned(points, tolerance) {
  const kept = new Set([0, points.length - 1])
  const spans = [[0, points.length - 1]]
  while (spans.length > 0) {
    const [from, to] = spans.pop()
    let [most, at] = [tolerance, -1]
    for (let index = from + 1; index < to; index++) {
      const distance = distanceFrom(points[index], points[from], points[to])
      if (distance > most) [most, at] = [distance, index]
    }
    if (at < 0) continue
    kept.add(at)
    spans.push([from, at], [at, to])
  }
  return points.filter((_, index) => kept.has(index))
}

function distanceFrom([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay]
  const length = Math.hypot(dx, dy)
  return length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs(dy * (x - ax) - dx * (y - ay)) / length
}
