-- CreateIndex
CREATE INDEX "renewals_created_at_id_idx" ON "renewals"("created_at" DESC, "id" DESC);

ALTER TABLE "saved_filters"
    DROP CONSTRAINT "saved_filters_table_name_check",
    ADD CONSTRAINT "saved_filters_table_name_check" CHECK ("table_name" IN ('users', 'orders', 'notices', 'refunds', 'money-refunds', 'usage', 'audit', 'workflows', 'reconciliation', 'support', 'prompts', 'models', 'plans', 'renewals'));
