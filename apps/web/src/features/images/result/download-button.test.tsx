import { cleanup, fireEvent, screen } from '@solidjs/testing-library'
import { forgetDevice, writeDevice } from '@mozhou/ui/device/device-storage'
import { afterEach, describe, expect, it } from 'vitest'
import { showInApp } from '../../../testing/show-in-app.tsx'
import { pictureOf } from '../testing/image-work.ts'
import { DownloadButton } from './download-button.tsx'
import { createDownloadChoice, readChoice, sidesOf, sizesFor, wishOf } from '../../files/download/download-choice.ts'
import { DownloadFields } from '../../files/download/download-fields.tsx'

afterEach(() => {
  cleanup()
  forgetDevice('mozhou.picture-download')
})

const picture = { ...pictureOf(1), width: 1_600, height: 1_200 }

it('says how it downloads, as was chosen on this device before', async () => {
  writeDevice('mozhou.picture-download', 'webp 1080')
  const download = createDownloadChoice()
  await showInApp(() => <DownloadButton picture={picture} download={download} />)
  expect(screen.getByRole('button', { name: '下载 · WebP · 1080' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '下载格式和尺寸' })).toBeTruthy()
})

it('offers formats, and sizes that make the picture smaller, and remembers them', async () => {
  const download = createDownloadChoice()
  await showInApp(() => <DownloadFields picture={picture} download={download} />)
  expect(screen.queryByRole('radio', { name: '长边 2048' })).toBeNull()
  expect(screen.getByText('1,600 × 1,200 像素')).toBeTruthy()
  fireEvent.click(screen.getByRole('radio', { name: '长边 720' }))
  fireEvent.click(screen.getByRole('radio', { name: 'JPEG' }))
  expect(screen.getByText('720 × 540 像素')).toBeTruthy()
  expect(createDownloadChoice().choice()).toEqual({ format: 'jpeg', size: '720' })
})

describe('a choice', () => {
  it('of another time is none', () => {
    expect(readChoice(null)).toEqual({ format: 'kept', size: 'full' })
    expect(readChoice('tiff 9000')).toEqual({ format: 'kept', size: 'full' })
    expect(readChoice('png 720')).toEqual({ format: 'png', size: '720' })
  })

  it('asks for nothing that the picture is too small for', () => {
    expect(sizesFor({ width: 720, height: 500 })).toEqual(['full'])
    expect(wishOf({ width: 720, height: 500 }, { format: 'kept', size: '1080' })).toEqual({ size: 'full' })
    expect(wishOf(picture, { format: 'webp', size: '1080' })).toEqual({ format: 'webp', size: '1080' })
    expect(sidesOf({ width: 500, height: 4_000 }, '2048')).toEqual({ width: 256, height: 2_048 })
  })
})
