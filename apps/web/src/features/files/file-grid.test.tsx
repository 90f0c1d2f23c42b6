import type { FileDto } from '@mozhou/contracts/files/answers'
import { cleanup, screen } from '@solidjs/testing-library'
import { afterEach, expect, it } from 'vitest'
import { showInApp } from '../../testing/show-in-app.tsx'
import { FileGrid } from './file-grid.tsx'

afterEach(cleanup)

const document: FileDto = {
  id: 'fil_1',
  kind: 'document',
  origin: 'upload',
  name: '方案.docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  bytes: 9_000,
  spaceBytes: 9_000,
  width: null,
  height: null,
  seconds: null,
  isAiGenerated: false,
  thumbnails: null,
  createdAt: '2026-11-30T01:00:00.000Z',
  deletedAt: null,
  daysLeft: null,
}
const picture: FileDto = {
  ...document,
  id: 'fil_2',
  kind: 'picture',
  name: '江上.png',
  mediaType: 'image/png',
  width: 1_600,
  height: 1_200,
}
const title = (name: string) => `${name}：选择下载格式和尺寸`

it('offers formats and sizes of pictures alone, outside of the trash', async () => {
  const trashed = { ...picture, id: 'fil_3', name: '旧图.png', deletedAt: picture.createdAt, daysLeft: 30 }
  await showInApp(() => <FileGrid files={[document, picture, trashed]} />)
  expect(screen.queryByRole('button', { name: title('方案.docx') })).toBeNull()
  expect(screen.queryByRole('button', { name: title('旧图.png') })).toBeNull()
  expect(screen.getByRole('button', { name: title('江上.png') })).toBeTruthy()
})
