import type { UnfinishedUploadDto } from '@mozhou/contracts/files/answers'
import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { quietClient, showInApp } from '../../testing/show-in-app.tsx'
import { filesKey, myUnfinished } from './queries.ts'
import { isSameFile } from './same-file.ts'
import { endUnfinished } from './send-upload.ts'
import type * as SendUpload from './send-upload.ts'
import type { Sending } from './send-file.ts'
import { UnfinishedUploads } from './unfinished-uploads.tsx'
import { deviceUploads } from './upload-memory.ts'
import { createUploads } from './uploads.ts'

vi.mock('./send-upload.ts', async (original) => ({
  ...(await original<typeof SendUpload>()),
  endUnfinished: vi.fn(() => Promise.resolve()),
}))

const lastModified = Date.parse('2026-11-27T08:00:00Z')
const upload: UnfinishedUploadDto = {
  id: 'upl_1',
  name: '旁白.wav',
  bytes: 10,
  receivedBytes: 4,
  modifiedAt: new Date(lastModified).toISOString(),
  createdAt: '2026-11-30T01:00:00.000Z',
  expiresAt: '2126-12-01T01:00:00.000Z',
}
const fileOf = (bytes: number, name = '旁白.wav', at = lastModified) =>
  new File([new Uint8Array(bytes)], name, { lastModified: at })

let sent: Sending[]
beforeEach(() => {
  sent = []
})
afterEach(() => {
  cleanup()
  deviceUploads.forget(fileOf(10))
  vi.clearAllMocks()
})

async function show(all: UnfinishedUploadDto[] = [upload]) {
  const uploads = createUploads({
    send: (sending) => {
      sent.push(sending)
      return new Promise(() => undefined)
    },
    giveUp: () => Promise.resolve(),
    renewSession: () => Promise.resolve(),
    onTaken: () => undefined,
  })
  const client = quietClient([[myUnfinished().queryKey, all]])
  await showInApp(() => <UnfinishedUploads uploads={uploads} />, client)
  return { uploads, client }
}
const choose = (file: File) =>
  fireEvent.change(screen.getByLabelText('选同一个文件，继续上传 旁白.wav'), { target: { files: [file] } })

it('lists what was begun: how far it came, and until when its space is held', async () => {
  await show()
  expect(screen.getByRole('progressbar', { name: '旁白.wav 的上传进度' }).getAttribute('aria-valuenow')).toBe('40')
  expect(screen.getByText(/传到 40%，空间保留到 2126年12月1日/)).toBeTruthy()
})

it('says nothing where nothing is unfinished', async () => {
  await show([])
  expect(screen.queryByText('没有传完的上传')).toBeNull()
})

it.each([
  ['another length', fileOf(11)],
  ['another name', fileOf(10, '旁白2.wav')],
  ['changed since', fileOf(10, '旁白.wav', lastModified + 1)],
])('refuses another file with words: %s', async (_what, file) => {
  const { uploads } = await show()
  choose(file)
  expect(screen.getByRole('alert').textContent).toContain('这不是同一个文件')
  expect([sent.length, uploads.rows.length]).toEqual([0, 0])
})

it('goes on with the same file, also on a device that had not begun it, and shows it once', async () => {
  await show()
  choose(fileOf(11))
  choose(fileOf(10))
  expect(sent.map(({ file }) => file.name)).toEqual(['旁白.wav'])
  expect(deviceUploads.find(fileOf(10))).toBe('/api/v1/files/uploads/upl_1')
  await waitFor(() => expect(screen.queryByText('没有传完的上传')).toBeNull())
})

it('gives one up, and asks anew what is left', async () => {
  const { client } = await show()
  const asked = vi.spyOn(client, 'invalidateQueries')
  fireEvent.click(screen.getByRole('button', { name: '放弃 旁白.wav 的上传' }))
  await waitFor(() => expect(asked).toHaveBeenCalledWith({ queryKey: filesKey }))
  expect(vi.mocked(endUnfinished).mock.calls.map(([one]) => one.id)).toEqual(['upl_1'])
})

it('takes name and length where more was not said of a file', () => {
  const said = { name: null, bytes: 10, modifiedAt: null }
  expect(isSameFile(said, fileOf(10, 'b.wav', 1))).toBe(true)
  expect(isSameFile({ ...said, name: 'a.wav' }, fileOf(10, 'b.wav'))).toBe(false)
  expect(isSameFile(said, fileOf(9))).toBe(false)
})
