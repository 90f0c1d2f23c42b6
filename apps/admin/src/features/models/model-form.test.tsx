import { capabilities, capabilityTitles } from '@mozhou/contracts/models/kinds'
import { createModelInput } from '@mozhou/contracts/models/inputs'
import { createForm } from '@mozhou/ui/forms/create-form'
import { cleanup, fireEvent, render, screen, within } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { I18nProvider } from '../../i18n/i18n.ts'
import { emptyModelForm, modelInputOf } from './model-form-values.ts'
import { ModelForm } from './model-form.tsx'

afterEach(cleanup)

function show(values = emptyModelForm(Date.parse('2026-11-24T01:00:00Z'))) {
  render(() => {
    const form = createForm({ initial: values, schema: () => Promise.resolve(createModelInput) })
    const others = [
      { id: 'mdl_1', alias: '同能力', capability: 'text' },
      { id: 'mdl_2', alias: '另一种能力', capability: 'image' },
    ]
    return (
      <I18nProvider>
        <ModelForm form={form} keyLast4={null} others={others} />
      </I18nProvider>
    )
  })
}

async function optionsOf(name: string): Promise<(string | null)[]> {
  fireEvent.click(screen.getByRole('combobox', { name: new RegExp(name) }))
  const list = await screen.findByRole('listbox', { hidden: true })
  return within(list)
    .getAllByRole('option', { hidden: true })
    .map((option) => option.textContent)
}

it('lets a capability be chosen, of those that there are', async () => {
  show()
  expect(await optionsOf('能力')).toEqual(capabilities.map((capability) => capabilityTitles[capability].zh))
  expect(modelInputOf(emptyModelForm(0), false)).toMatchObject({ capability: 'text' })
})

it('offers as replacements models of the same capability alone', async () => {
  show()
  expect(await optionsOf('替代模型')).toEqual(['不指定', '同能力'])
})
