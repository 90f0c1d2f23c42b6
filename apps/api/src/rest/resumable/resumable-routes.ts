import { filesTag } from '../../routers/files-tag.ts'

/** Uploads that can be gone on with, as tus has them: methods that no procedure has. */
export const resumableRoutes = (
  [
    ['POST', '/files/uploads', '开始可续传的上传', 'Begin an upload that can be gone on with'],
    ['HEAD', '/files/uploads/{upload_id}', '上传到哪里了', 'Where an upload stands'],
    ['PATCH', '/files/uploads/{upload_id}', '续传一段', 'The next part of an upload'],
    ['DELETE', '/files/uploads/{upload_id}', '放弃上传', 'Give an upload up'],
  ] as const
).map(([method, path, zh, en]) => ({
  method,
  path,
  summary: { zh, en },
  tag: filesTag,
  servedBy: 'rest/resumable, as tus 1.0.0 has it',
}))
