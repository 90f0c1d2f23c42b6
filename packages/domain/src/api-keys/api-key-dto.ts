import type { ApiKeyDto } from '@mozhou/contracts/api-keys/answers'
import { formatId } from '@mozhou/contracts/ids'
import { storedScope } from '../stored-columns.ts'

export const apiKeySelect = {
  id: true,
  name: true,
  prefix: true,
  last4: true,
  scopes: true,
  createdAt: true,
  lastUsedAt: true,
  expiresAt: true,
} as const

interface ApiKeyRow {
  id: string
  name: string
  prefix: string
  last4: string
  scopes: string[]
  createdAt: Date
  lastUsedAt: Date | null
  expiresAt: Date | null
}

export function toApiKeyDto(row: ApiKeyRow): ApiKeyDto {
  return {
    id: formatId('apiKey', row.id),
    name: row.name,
    prefix: row.prefix,
    last4: row.last4,
    scopes: row.scopes.map(storedScope),
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
  }
}
