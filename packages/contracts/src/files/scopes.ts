import type { Wording } from '../wording.ts'

export const filesScopes = {
  'files:read': { zh: '读取和下载文件', en: 'Read and download files' },
  'files:write': { zh: '上传和删除文件', en: 'Upload and delete files' },
} as const satisfies Record<string, Wording>
