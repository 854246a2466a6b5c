import { labelTraining } from './reading/label-pages'
import { knowledge } from './reading/models'
import { linkOptions, fitTask } from './reading/fit-models'
const labelled = labelTraining(knowledge())
for (const rel of ['targets']) {
  const bags = labelled
    .filter((b) => b.relation === rel)
    .map((b) => ({
      page: b.page,
      positive: b.positive,
      rows: b.rows.map((r) => r.features.flat()),
    }))
  const run = (name: string, filter: (f: string) => boolean) => {
    const { calibration: c } = fitTask(
      { name: rel, bags: bags.map((b) => ({ ...b, rows: b.rows.map((r) => r.filter(filter)) })) },
      linkOptions,
    )
    console.log(
      rel,
      name.padEnd(30),
      c && [c.f1, c.precision, c.recall].map((x) => (100 * x).toFixed(1)).join(' '),
    )
  }
  console.log(bags.length, bags.reduce((a, b) => a + b.rows.length, 0), bags.filter((b) => b.positive && b.page < 1000).length)
  run('all', () => true)
  run('no lexical', (f) => !/^(?:word|before|after2?|owner of|attack word|slot [a-z-]+ [a-z:]+|between) /.test(f))
  run('no sentence', (f) => !/^(?:sentence|word|after2) /.test(f))
  if (rel === 'targets')
    run(
      'no syntax',
      (f) =>
        !/^(?:slot |own |agent|attack \w+ \w+ under|attack under|attack victim-subject under)/.test(
          f,
        ),
    )
}
