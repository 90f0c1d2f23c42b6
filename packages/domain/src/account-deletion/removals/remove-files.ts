import { Prisma } from '@mozhou/db/client'
import { endUploads } from '../../files/end-uploads.ts'
import { purgeFiles } from '../../files/purge-files.ts'
import type { Removal } from '../removal.ts'
import { batch, upToBatch } from '../removal.ts'

/**
 * As when the days in the trash are over: rows and names go now, bytes that nobody else has within a day, and within two those of uploads that
 * were under way. That a generated file was taken without
 * the visible mark stays as a row of ids, as the labelling measures (article 9) want it logged.
 */
export const removeFiles: Removal = {
  label: '删除文件',
  async take(tx, { userId }) {
    const due = Prisma.sql`SELECT id FROM files WHERE user_id = ${userId}::uuid LIMIT ${batch} FOR UPDATE`
    const { files, bytes } = await purgeFiles(tx, due)
    const open = Prisma.sql`SELECT id FROM file_uploads WHERE user_id = ${userId}::uuid LIMIT ${batch} FOR UPDATE`
    const { length: uploads } = await endUploads(tx, open)
    return upToBatch({ files, file_bytes: bytes, uploads }, Math.max(files, uploads))
  },
}
