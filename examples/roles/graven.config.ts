import { defineConfig } from "graven";

export default defineConfig({ models: ["./src/models.ts"], migrations: "./migrations", url: process.env["DATABASE_URL"] ?? "sqlite:dev.db" });
