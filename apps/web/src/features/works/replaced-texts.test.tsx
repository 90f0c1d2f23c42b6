import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { showInApp } from '../../testing/show-in-app.tsx'
import { ReplacedTexts } from './replaced-texts.tsx'

afterEach(cleanup)

it('says which model could not finish and which one wrote instead', async () => {
  await showInApp(() => (
    <ReplacedTexts texts={[{ model: 'ERNIE-Bot 4.0', failureKind: 'unavailable' }]} model="GLM-4" />
  ))
  expect(screen.getByText(/从 ERNIE-Bot 4\.0 换到了 GLM-4（模型服务中断）.*不另收费/)).toBeTruthy()
})

it('says nothing where one model wrote it all', async () => {
  const { container } = await showInApp(() => <ReplacedTexts texts={[]} model="GLM-4" />)
  expect(container.textContent).toBe('')
})
