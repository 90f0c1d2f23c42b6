import { pageAnswer } from '@mozhou/contracts/answers'
import { fileAnswer, fileLinkAnswer, filesChangedAnswer, fileSpaceAnswer } from '@mozhou/contracts/files/answers'
import type {
  FileDto,
  FileLinkDto,
  FilesChangedDto,
  FileSpaceDto,
  PersonSpaceDto,
  StorageTotalsDto,
} from '@mozhou/contracts/files/answers'
import {
  fileIdInput,
  fileIdsInput,
  fileLinkInput,
  listFilesInput,
  personSpaceInput,
  spaceByUserInput,
  takeUnmarkedInput,
} from '@mozhou/contracts/files/inputs'
import type { Page } from '@mozhou/contracts/page'
import { declareAi } from '@mozhou/domain/files/declare-ai'
import { fileSpace } from '@mozhou/domain/files/file-space'
import { linkFile } from '@mozhou/domain/files/link-file'
import { getFile, listFiles } from '@mozhou/domain/files/list-files'
import { emptyTrash } from '@mozhou/domain/files/purge-files'
import { removeFiles, restoreFiles } from '@mozhou/domain/files/remove-files'
import { spaceByUser, storageTotals } from '@mozhou/domain/files/space-by-user'
import { takeUnmarked } from '@mozhou/domain/files/take-unmarked'
import { adminProcedure, router, userProcedure } from '../trpc.ts'
import { filesTag as tag } from './files-tag.ts'

const read = { tag, scope: 'files:read' } as const
const write = { tag, scope: 'files:write' } as const

export const filesRouter = router({
  list: userProcedure
    .meta({ ...read, rest: 'GET /files', summary: { zh: '我的文件', en: 'My files' }, answer: pageAnswer(fileAnswer) })
    .input(listFilesInput)
    .query(({ ctx, input }): Promise<Page<FileDto>> => listFiles(ctx.domain, { ...input, userId: ctx.user.id })),

  one: userProcedure
    .meta({
      ...read,
      rest: 'GET /files/{file_id}/details',
      summary: { zh: '文件的信息', en: 'What is known of a file' },
      answer: fileAnswer,
    })
    .input(fileIdInput)
    .query(({ ctx, input }): Promise<FileDto> => getFile(ctx.domain, { ...input, userId: ctx.user.id })),

  space: userProcedure
    .meta({
      ...read,
      rest: 'GET /files/space',
      summary: { zh: '占用空间', en: 'Space used' },
      answer: fileSpaceAnswer,
    })
    .query(({ ctx }): Promise<FileSpaceDto> => fileSpace(ctx.domain, { userId: ctx.user.id })),

  /** A short-lived address, for a page to show or a browser to save; a picture in another format or size is made for it. */
  link: userProcedure
    .meta({
      ...read,
      rest: 'POST /files/{file_id}/link',
      summary: { zh: '取得短期有效的地址', en: 'A short-lived address' },
      answer: fileLinkAnswer,
      isLong: true,
    })
    .input(fileLinkInput)
    .mutation(({ ctx, input }): Promise<FileLinkDto> => linkFile(ctx.domain, { ...input, userId: ctx.user.id })),

  takeUnmarked: userProcedure
    .meta({
      ...write,
      rest: 'POST /files/{file_id}/unmarked',
      summary: {
        zh: '承担标识义务，取得无可见标识的文件',
        en: 'A file without the visible mark, for who accepts the duty',
      },
      answer: fileLinkAnswer,
      isLong: true,
    })
    .input(takeUnmarkedInput)
    .mutation(({ ctx, input }): Promise<FileLinkDto> => takeUnmarked(ctx.domain, { ...input, userId: ctx.user.id })),

  /** By its person's word: the mark is written into the film. */
  declareAi: userProcedure
    .meta({
      ...write,
      rest: 'POST /files/{file_id}/ai-declaration',
      summary: {
        zh: '声明自己的视频含 AI 内容，写入标识',
        en: 'Declare AI in a film of yours: the mark is written into it',
      },
      answer: fileAnswer,
      isLong: true,
    })
    .input(fileIdInput)
    .mutation(({ ctx, input }): Promise<FileDto> => declareAi(ctx.domain, { ...input, userId: ctx.user.id })),

  /** Into the trash, for 30 days. */
  remove: userProcedure
    .meta({
      ...write,
      rest: 'POST /files/delete-many',
      summary: { zh: '删除文件（进回收站）', en: 'Move files to the trash' },
      answer: filesChangedAnswer,
    })
    .input(fileIdsInput)
    .mutation(({ ctx, input }): Promise<FilesChangedDto> => removeFiles(ctx.domain, { ...input, userId: ctx.user.id })),

  restore: userProcedure
    .meta({
      ...write,
      rest: 'POST /files/undelete-many',
      summary: { zh: '从回收站恢复文件', en: 'Take files out of the trash' },
      answer: filesChangedAnswer,
    })
    .input(fileIdsInput)
    .mutation(({ ctx, input }): Promise<FilesChangedDto> =>
      restoreFiles(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  emptyTrash: userProcedure
    .meta({
      ...write,
      rest: 'DELETE /files/trash',
      summary: { zh: '清空文件回收站', en: 'Empty the trash of files' },
      answer: filesChangedAnswer,
    })
    .mutation(({ ctx }): Promise<FilesChangedDto> => emptyTrash(ctx.domain, { userId: ctx.user.id })),

  /** What somebody's files come to, for operators; never the files. */
  spaceOf: adminProcedure('file:space')
    .input(personSpaceInput)
    .query(({ ctx, input }): Promise<FileSpaceDto> => fileSpace(ctx.domain, input)),

  /** Who takes how much, the most first. */
  spaceByUser: adminProcedure('file:space')
    .input(spaceByUserInput)
    .query(({ ctx, input }): Promise<Page<PersonSpaceDto>> => spaceByUser(ctx.domain, input)),

  storageTotals: adminProcedure('file:space').query(({ ctx }): Promise<StorageTotalsDto> => storageTotals(ctx.domain)),
})
