import { aiLabel } from '@mozhou/contracts/creations/ai-label'
import type { ExportCreationInput } from '@mozhou/contracts/creations/inputs'
import type { ExportFormat } from '@mozhou/contracts/creations/kinds'
import { formatId } from '@mozhou/contracts/ids'
import type { DocumentWriter } from '@mozhou/integrations/documents/port'
import type { DomainContext } from '../context.ts'
import { documentParts, layoutOf } from './document-parts.ts'
import { hasModelPart } from './has-model-part.ts'
import { loadVersion } from './load-version.ts'
import { textTool } from './text-tool.ts'

export interface ExportedFile {
  /** With its ending; Chinese as it is. */
  name: string
  mediaType: string
  bytes: Uint8Array
}

/** Bytes of files are made outside of the domain; only what offers downloads has a writer. */
export type ExportContext = Pick<DomainContext, 'prisma' | 'clock' | 'newId'> & { writeDocument: DocumentWriter }

const mediaTypes: Record<ExportFormat, string> = {
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

const producer = '墨舟'

/**
 * A version as a file. Each is noted with whether it carried the visible AI label: whoever gives out unlabelled text keeps that record
 * for six months at least (CAC labelling measures 2025, article 9).
 * @throws AppError CREATION_NOT_FOUND, CREATION_HAS_NO_TEXT, VERSION_NOT_FOUND, EXPORT_UNAVAILABLE.
 */
export async function exportCreation(
  ctx: ExportContext,
  input: ExportCreationInput & { userId: string; signal?: AbortSignal },
): Promise<ExportedFile> {
  const version = await loadVersion(ctx, input)
  const tool = textTool(version.work)
  const hasAi = await hasModelPart(ctx, input.creationId)
  const isLabelled = hasAi && input.label === 'on'
  const document = {
    title: version.title,
    parts: documentParts(tool, version.result, input.notes === 'true'),
    layout: layoutOf(tool),
    aiLabel: isLabelled ? aiLabel : null,
    provenance: hasAi ? { producer, contentId: formatId('version', version.id) } : null,
  }
  const bytes = await ctx.writeDocument(input.format, document, input.signal)
  const { creationId, userId, format } = input
  await ctx.prisma.creationExport.create({
    data: {
      id: ctx.newId(),
      creationId,
      userId,
      versionId: version.id,
      format,
      isLabelled,
      createdAt: ctx.clock.now(),
    },
  })
  return { name: `${fileStem(version.title)}.${format}`, mediaType: mediaTypes[format], bytes }
}

/** What no file system takes is left out (Windows is the strictest), and marks that turn a name around, so that its ending is not where it seems. */
function fileStem(title: string): string {
  const stem = Array.from(
    title
      .replaceAll(/[\p{Cc}\p{Bidi_Control}<>:"/\\|?*]/gu, ' ')
      .replaceAll(/\s+/gu, ' ')
      .trim(),
  )
    .slice(0, 80)
    .join('')
    .replace(/[. ]+$/u, '')
  return stem === '' ? '未命名' : stem
}
