/** The chart as a drawing: for the engines that print HTML, and for asciidoctor-pdf. */
export const chartSvg = ({alt, bars}) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 470 130" width="470" height="130" role="img" aria-label="${alt}">${bars
    .map(([label, value], at) => {
      const [x, height] = [14 + at * 75, value * 1.6]
      return `<rect x="${x}" y="${114 - height}" width="44" height="${height}" fill="#A23619"/><text x="${x + 12}" y="${110 - height}" font-family="Source Sans 3" font-size="8">${value}</text><text x="${x + 10}" y="126" font-family="Source Sans 3" font-size="8">${label}</text>`
    })
    .join('')}</svg>`
