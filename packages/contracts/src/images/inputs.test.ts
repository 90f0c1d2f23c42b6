import { describe, expect, it } from 'vitest'
import { editImageInput } from './inputs.ts'
import { editModeKeys, mostPictures } from './kinds.ts'

const edit = (change: object) =>
  editImageInput.safeParse({
    image: 'https://example.com/cat.jpg',
    mask: 'https://example.com/mask.png',
    prompt: '夜里的海',
    requestKey: '0197f2a0-5d6e-7c3b-8a41-2b1f0c9d8e7f',
    ...change,
  })

describe('pictures of an edit', () => {
  it.each(editModeKeys.filter((mode) => mode !== 'remove_background'))('%s makes several', (mode) => {
    expect(edit({ mode, count: mostPictures }).success).toBe(true)
  })

  it('remove_background makes one, and says of more which field and how many', () => {
    expect(edit({ mode: 'remove_background' }).data).toMatchObject({ count: 1 })
    expect(edit({ mode: 'remove_background', count: 2 }).error?.issues).toMatchObject([
      { path: ['count'], code: 'too_big', maximum: 1 },
    ])
  })
})
