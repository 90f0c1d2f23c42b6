/** Who made a file by an AI, and under which number. */
export interface AiLabel {
  producer: string
  contentId: string
}

/**
 * The implicit mark: that the content was generated, by whom, and its number (人工智能生成合成内容标识办法, CAC, in force since 2025-09-01,
 * article 5; the fields are those of GB 45438-2025, annex E). One string of JSON, whatever the container it is put into.
 */
export function aigcJson({ producer, contentId }: AiLabel): string {
  return JSON.stringify({
    Label: '1',
    ContentProducer: producer,
    ProduceID: contentId,
    ReservedCode1: '',
    ContentPropagator: '',
    PropagateID: '',
    ReservedCode2: '',
  })
}
