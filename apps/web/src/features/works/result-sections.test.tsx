import { academicPaper } from '@mozhou/contracts/tools/academic-paper/tool'
import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { showInApp } from '../../testing/show-in-app.tsx'
import { ResultSections } from './result-sections.tsx'

afterEach(cleanup)

it('shows each reference of a paper once, with its state where it does not say so itself', async () => {
  const references = ['[1] 甲. 书[M]. 2020. （待核实）', '[2] 乙. 文[J]. 2021.']
  const result = { references, referenceChecks: references.map((reference) => ({ reference, status: '待核实' })) }
  await showInApp(() => <ResultSections tool={academicPaper} result={result} />)
  expect(screen.queryByRole('table')).toBeNull()
  const items = screen.getAllByRole('listitem').map((item) => item.textContent)
  expect(items).toEqual(['[1] 甲. 书[M]. 2020. （待核实）', '[2] 乙. 文[J]. 2021. 待核实'])
})
