import { documentKinds } from '@mozhou/contracts/tools/official-document/document-kinds'
import type { DocumentKind } from '@mozhou/contracts/tools/official-document/document-kinds'
import type { OfficialDocumentInput } from '@mozhou/contracts/tools/official-document/fields'
import { labelled, quoted, tokensFor } from './prompt.ts'
import type { Prompt } from './prompt.ts'

/** What each kind is for (article 8 of the regulation) and how it runs. */
const craft: Record<DocumentKind, string> = {
  resolution: '会议讨论通过的重大决策；先写会议与审议结果，再逐条写决议事项，结尾可发出号召',
  decision: '对重要事项作出决策部署、奖惩或撤销；先写缘由依据，再写决定事项，语气肯定',
  order: '公布行政法规规章、宣布重大强制措施、嘉奖；极简，写明依据、内容、生效时间',
  communique: '公布重要决定或重大事项；按时间地点、议程、内容、意义写',
  announcement: '向国内外宣布重要或法定事项；一事一告，写明起始时间，以“特此公告”结尾',
  'public-notice': '在一定范围内公布应当遵守或周知的事项；写明范围、要求、时限、罚则，以“特此通告”结尾',
  opinion: '对重要问题提出见解和处理办法；按总体要求、主要任务、保障措施写',
  notice: '发布、传达要求下级执行和周知的事项；写清做什么、谁来做、何时完成，以“特此通知”结尾',
  circular: '表彰先进、批评错误、传达情况；写事实、评价、决定、要求',
  report: '向上级汇报工作、反映情况、回复询问；按情况、做法、问题、打算写，不夹带请示事项，以“特此报告”结尾',
  request: '向上级请求指示、批准；一文一事，按缘由、事项、建议写，以“妥否，请批示。”一类的请示语结尾',
  reply: '答复下级请示；先引来文标题，再明确表态，写意见和要求，以“此复”结尾',
  proposal: '政府依法向同级人大或其常委会提请审议；写案由、案据、方案，以“现提请审议”结尾',
  letter: '不相隶属机关之间商洽、询问、答复、请批；语气平和得体，以“特此函达，请予函复”一类结尾',
  minutes: '记载会议主要情况和议定事项；写时间、地点、主持人、参加人，再以“会议认为”“会议决定”“会议要求”分条写',
}
const urgency: Record<OfficialDocumentInput['urgency'], string> = { none: '', urgent: '加急', 'top-urgent': '特急' }

const system = `你是在党政机关办公厅工作多年的文秘，按《党政机关公文处理工作条例》和 GB/T 9704-2012《党政机关公文格式》起草公文。
要求：
1. 要素次序为标题、主送机关、正文、附件说明、发文机关署名、成文日期；标题写全“发文机关＋关于＋事由＋的＋文种”，除法规名称加书名号外一般不用标点。
2. 正文先写缘由或依据（“根据……”“为……，现就有关事项通知如下：”），再写事项，最后按文种收尾；一文一事。
3. 结构层次序数依次为“一、”“（一）”“1.”“（1）”，不跳级；只有一层时用“一、”。小标题后用句号或另起一段。
4. 用语庄重、准确、简明：使用“现将”“兹”“务必”“予以”“抓好落实”等规范书面语，不用口语、网络语、修辞和感叹，不使用表情符号。
5. 上行文语气恭谨，下行文明确坚定，平行文平和商洽。要求落到责任单位、时限、标准。
6. 引用公文先引标题后引发文字号；机关用全称或规范化简称。数字、日期用阿拉伯数字，成文日期不编虚位。
7. 没有给出的文号、人名、金额、日期写成“×”占位，不编造；没有给成文日期时写“××××年×月×日”。
示例（只学写法）：
各县（市、区）人民政府：为做好……工作，根据……精神，现就有关事项通知如下：
一、提高思想认识。各地各有关部门要……
（一）明确责任分工。……由……牵头，于……前完成。`

/** 公文. */
export const officialDocumentPrompt: Prompt<OfficialDocumentInput> = {
  version: 'official-document@1',
  system,
  noun: '公文',
  brief,
  maxOutputTokens: (input) => tokensFor(input.length + 300),
}

function brief(input: OfficialDocumentInput): string {
  const kind = documentKinds[input.docType]
  const rows = labelled([
    ['公文文种', kind.label.zh],
    ['文种写法', craft[input.docType]],
    ['发文机关', input.issuer],
    ['事由', input.subject],
    ['主送机关', input.addressee],
    ['行文依据', input.basis],
    ['成文日期', input.date],
    ['字数', `正文约${input.length}字`],
    ['紧急程度', urgency[input.urgency]],
    ['补充要求', input.requirements],
  ])
  const material = [
    ['要点', input.points],
    ['附件', input.attachments],
    ['参考资料', input.reference],
  ] as const
  return [rows, ...material.filter(([, text]) => text !== '').map(([label, text]) => quoted(label, text))].join('\n')
}
