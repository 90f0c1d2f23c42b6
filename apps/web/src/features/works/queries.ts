import type { CreationDto, VersionDto } from '@mozhou/contracts/creations/answers'
import type { CreationStatus } from '@mozhou/contracts/creations/kinds'
import type { ReceiptDto } from '@mozhou/contracts/generations/answers'
import { queryOptions } from '@tanstack/solid-query'
import { api } from '../../api.ts'

/** Everything below it changes when a creation does. */
export const creationsKey = ['creations'] as const

export function creationById(creationId: string) {
  return queryOptions({
    queryKey: [...creationsKey, 'one', creationId] as const,
    queryFn: ({ signal }): Promise<CreationDto> => api.creations.get.query({ creationId }, { signal }),
  })
}

export function versionsOf(creationId: string) {
  return queryOptions({
    queryKey: [...creationsKey, 'versions', creationId] as const,
    queryFn: ({ signal }): Promise<VersionDto[]> => api.creations.versions.query({ creationId }, { signal }),
  })
}

export function receiptOf(creationId: string) {
  return queryOptions({
    queryKey: [...creationsKey, 'receipt', creationId] as const,
    queryFn: ({ signal }): Promise<ReceiptDto> => api.creations.receipt.query({ creationId }, { signal }),
    staleTime: 0,
  })
}

export function writingTools() {
  return queryOptions({
    queryKey: ['writing', 'tools'] as const,
    queryFn: ({ signal }) => api.writing.tools.query(undefined, { signal }),
    staleTime: 10 * 60_000,
  })
}

export function isRunning(row: { status: CreationStatus }): boolean {
  return row.status === 'accepted' || row.status === 'running'
}
