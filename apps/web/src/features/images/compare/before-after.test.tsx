import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { showInApp } from '../../../testing/show-in-app.tsx'
import { BeforeAfter } from './before-after.tsx'

afterEach(cleanup)

it('shows as much of the earlier picture as the slider says, and tells it in words', async () => {
  await showInApp(() => (
    <BeforeAfter
      before={{ url: '/f/before', label: '修改前' }}
      after={{ url: '/f/after', label: '修改后', width: 1_024, height: 768 }}
    />
  ))
  const slider = screen.getByRole('slider', { name: '对比线的位置' })
  fireEvent.input(slider, { target: { value: '20' } })
  expect(screen.getByRole('img', { name: '修改前' }).style.clipPath).toBe('inset(0 80% 0 0)')
  expect(slider.getAttribute('aria-valuetext')).toBe('左侧 20% 是原图')
})
