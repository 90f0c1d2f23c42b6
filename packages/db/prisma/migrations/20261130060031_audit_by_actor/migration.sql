-- CreateIndex
CREATE INDEX "audit_rows_actor_id_created_at_id_idx" ON "audit_rows"("actor_id", "created_at" DESC, "id" DESC);
