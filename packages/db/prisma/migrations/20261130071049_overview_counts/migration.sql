-- CreateIndex
CREATE INDEX "generations_created_at_idx" ON "generations"("created_at");

-- What failed, by when; and refunds that a person has to look at.
CREATE INDEX "generations_failed_finished_at_idx" ON "generations" ("finished_at") WHERE "status" = 'failed';
CREATE INDEX "money_refunds_attention_idx" ON "money_refunds" ("created_at") WHERE "status" IN ('abnormal', 'failed');
