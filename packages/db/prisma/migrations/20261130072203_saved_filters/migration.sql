-- CreateTable
CREATE TABLE "saved_filters" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "table_name" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_filters_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "saved_filters_user_id_table_name_name_key" ON "saved_filters"("user_id", "table_name", "name");

-- CreateIndex
CREATE INDEX "audit_rows_action_created_at_id_idx" ON "audit_rows"("action", "created_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_table_name_check" CHECK ("table_name" IN ('users', 'orders', 'notices', 'refunds', 'money-refunds', 'usage', 'audit', 'workflows', 'reconciliation', 'support', 'prompts', 'models', 'plans'));
