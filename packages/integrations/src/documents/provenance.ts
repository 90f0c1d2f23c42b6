import type { SourceDocument } from './port.ts'

/**
 * The label in a file's metadata: that the content was generated, by whom, and its number (人工智能生成合成内容标识办法, CAC, in force
 * since 2025-09-01, article 5; the fields are those of GB 45438-2025, annex E).
 */
export function provenanceJson({ provenance }: Pick<SourceDocument, 'provenance'>): string {
  return JSON.stringify({
    Label: '1',
    ContentProducer: provenance.producer,
    ProduceID: provenance.contentId,
    ReservedCode1: '',
    ContentPropagator: '',
    PropagateID: '',
    ReservedCode2: '',
  })
}
