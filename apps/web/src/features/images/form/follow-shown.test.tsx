import { createRoot, createSignal } from 'solid-js'
import { expect, it } from 'vitest'
import type { ChosenPicture } from '../chosen-picture.ts'
import { followShown } from './follow-shown.ts'
import { createImageForm } from './form-state.ts'
import type { ImageForm } from './image-form.ts'

const picture = (fileId: string): ChosenPicture => ({ fileId, width: 100, height: 80, cardUrl: `/f/${fileId}` })

function studio(initial: Partial<ImageForm>) {
  return createRoot(() => {
    const form = createImageForm(initial, false)
    const [shown, show] = createSignal<ChosenPicture | null>(null)
    followShown(form, shown)
    return { form, show, chosen: () => form.values().picture?.fileId ?? null }
  })
}

it('takes the picture one looks at, in place of that of an earlier visit', () => {
  const { show, chosen } = studio({ tool: 'image-edit', picture: picture('fil_old') })
  expect(chosen()).toBe('fil_old')
  show(picture('fil_1'))
  expect(chosen()).toBe('fil_1')
  show(picture('fil_2'))
  expect(chosen()).toBe('fil_2')
})

it('leaves one that was chosen until another is looked at, whatever is typed and read again', () => {
  const { form, show, chosen } = studio({ tool: 'image-edit' })
  show(picture('fil_1'))
  form.choosePicture(picture('fil_mine'))
  form.change({ prompt: '一只白鹭' })
  show(picture('fil_1'))
  expect(chosen()).toBe('fil_mine')
  show(picture('fil_2'))
  expect(chosen()).toBe('fil_2')
})

it('keeps the mask of the same picture, and none of another', () => {
  const { form, show } = studio({ tool: 'image-edit' })
  show(picture('fil_1'))
  form.change({ mask: { png: new Blob(), share: 0.1 } })
  show(picture('fil_1'))
  expect(form.values().mask).not.toBeNull()
  show(picture('fil_2'))
  expect(form.values().mask).toBeNull()
})

it('is no reference of new pictures, and is taken as soon as one is to be worked on', () => {
  const { form, show, chosen } = studio({})
  show(picture('fil_1'))
  expect(chosen()).toBeNull()
  form.change({ tool: 'image-upscale' })
  expect(chosen()).toBe('fil_1')
  form.change({ tool: 'text-to-image' })
  expect(chosen()).toBeNull()
  form.choosePicture(picture('fil_reference'))
  show(picture('fil_2'))
  expect(chosen()).toBe('fil_reference')
})
