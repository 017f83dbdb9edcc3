/** Where it is kept what a paper said when it was cleared: `briefings/topic/cleared/poland.json`. */
export const clearedPath = (briefing: string, row?: string): string => besideBriefing(briefing, 'cleared', `${row === undefined ? '' : `.${row}`}.json`)

/** A file of a paper in a folder beside its briefing. */
export function besideBriefing(briefing: string, folder: string, end: string): string {
  const steps = briefing.split('/')
  const name = (steps.pop() ?? 'paper').replace(/\.(?:md|markdown)$/i, '')
  return [...steps, folder, `${name}${end.replace(/[\\/\0]/g, '-')}`].join('/')
}
