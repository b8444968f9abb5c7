// Measures six kinds of page of a running site, on a phone and on a desktop, five times each, and takes the run in the middle, as the makers of Lighthouse advise: what else the machine does
// moves a run by a point or two. Prints a table with all five and how fast the processor was in each (Lighthouse's benchmark index), and answers 1 when a page has less than 100.
// node tests/lighthouse/run.mjs http://localhost:5080 [table.md]
import { writeFile } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { launch } from 'chrome-launcher'
import lighthouse, { desktopConfig } from 'lighthouse'

const [site, table] = process.argv.slice(2)
const pages = [
  ['home', '/'],
  ['trial', '/trials/NCT06904755'],
  // Not of a search: such pages ask search engines not to list them, which costs SEO points on purpose.
  ['results', '/trials'],
  ['condition', '/conditions/acute-liver-failure'],
  ['A to Z', '/conditions'],
  ['content', '/privacy'],
]
const runs = 5
const categories = ['performance', 'accessibility', 'best-practices', 'seo']

// As on a site that has answered before: the first page after a start waits for the compiler.
for (const [, path] of [...pages, ...pages]) await (await fetch(site + path)).text()

const chrome = await launch({
  chromePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
// The browser goes first: what measures it writes its trace meanwhile, and two cores are few.
setPriority(10)
const lines = ['| page | device | ' + categories.join(' | ') + ' | performance of each run | processor | FCP ms | LCP ms | CLS | bytes | requests |', '|---|---|' + '---|'.repeat(categories.length + 7)]
const missed = []
try {
  // What a browser does once after its own start counts for no page.
  await lighthouse(site, { port: chrome.port, onlyCategories: categories, logLevel: 'error' })
  for (const [name, path] of pages) {
    for (const [device, config] of [['phone', undefined], ['desktop', desktopConfig]]) {
      const tries = []
      for (let run = 0; run < runs; run++) tries.push((await lighthouse(site + path, { port: chrome.port, onlyCategories: categories, logLevel: 'error' }, config)).lhr)
      const speed = lhr => Math.round(lhr.categories.performance.score * 100)
      const lhr = tries.toSorted((one, other) => speed(one) - speed(other))[(runs - 1) / 2]
      const scores = categories.map(category => Math.round(lhr.categories[category].score * 100))
      const number = audit => Math.round((lhr.audits[audit].numericValue ?? 0) * 1000) / 1000
      const requests = lhr.audits['network-requests'].details.items.filter(item => item.finished)
      lines.push(`| ${[name, device, ...scores, tries.map(speed).join(' '), tries.map(lhr => Math.round(lhr.environment.benchmarkIndex)).join(' '), ...['first-contentful-paint', 'largest-contentful-paint'].map(audit => Math.round(number(audit))), number('cumulative-layout-shift'), requests.reduce((sum, item) => sum + item.transferSize, 0), requests.length].join(' | ')} |`)
      const failed = Object.values(lhr.categories).flatMap(category => category.auditRefs).map(ref => lhr.audits[ref.id]).filter(audit => audit.score !== null && audit.score < 1 && !['informative', 'manual', 'notApplicable'].includes(audit.scoreDisplayMode))
      if (scores.some(score => score < 100)) missed.push(`${name} on ${device}: ${failed.map(audit => `${audit.id} ${audit.displayValue ?? ''}`).join(', ')}`)
    }
  }
} finally {
  chrome.kill()
}
console.log(lines.join('\n'))
if (table) await writeFile(table, lines.join('\n') + '\n')
for (const line of missed) console.error('below 100: ' + line)
process.exitCode = missed.length > 0 ? 1 : 0
