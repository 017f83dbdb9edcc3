import {build} from '../build.js'
import {type CheckedPaper, check, type CheckOptions} from '../check.js'
import type {Outcome} from '../diagnostic.js'
import {namedPaper} from './named-paper.js'
import {workspaceFiles} from '../workspace.js'
import type {Checked, Job, Printed} from './job.js'

/** Checks a paper in this process. */
export async function checkPaper(job: Job): Promise<Outcome<Checked>> {
  const {value, diagnostics} = await check(job.source, optionsOf(job))
  return value ? {value: account(job, value), diagnostics} : {diagnostics}
}

/** Prints a paper in this process: what it does to the process, its neighbours feel. */
export async function printPaper(job: Job): Promise<Outcome<Printed>> {
  const {value, diagnostics} = await build(job.source, optionsOf(job))
  return value ? {value: {...account(job, value), pdf: value.pdf, pages: value.pages.length}, diagnostics} : {diagnostics}
}

function optionsOf({root, brandsFrom, brand, defaultBrand, paper, defaultPaper, audience, papers}: Job): CheckOptions {
  return {
    files: workspaceFiles(root, brandsFrom),
    defaultBrand,
    audience,
    papers: (name, from) => namedPaper(name, from, papers),
    ...(brand === undefined ? {} : {brand}),
    ...(paper === undefined ? {} : {paper}),
    ...(defaultPaper === undefined ? {} : {defaultPaper}),
  }
}

function account(job: Job, {briefing, edition}: CheckedPaper): Checked {
  const {title, symbol, language, paper, audience} = edition.meta
  return {
    title,
    ...(symbol === undefined ? {} : {symbol}),
    language,
    brand: edition.brand.name,
    paper,
    audience,
    usual: {brand: briefing.meta.brand ?? job.defaultBrand, paper: briefing.meta.paper ?? job.defaultPaper ?? edition.brand.layout.paper},
    leftOut: edition.leftOut,
  }
}
