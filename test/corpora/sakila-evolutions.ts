/** A change of the file as a person would make it. */
export interface Evolution {
  readonly what: string;
  readonly change: (text: string) => string;
}

const append = (sql: string) => (text: string) => `${text.trimEnd()}\n${sql}\n`;
const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

/** Ten steps for each database, each on the file that the one before left. */
export const evolutions: Readonly<Record<"postgres" | "mariadb" | "sqlite", readonly Evolution[]>> = {
  postgres: [
    { what: "a column comes", change: append("ALTER TABLE public.actor ADD COLUMN nick character varying(20);") },
    { what: "a label of an enum comes", change: append("ALTER TYPE public.mpaa_rating ADD VALUE 'X';") },
    { what: "a type under an index and a view's query widens", change: replace(/(CREATE TABLE category \([\s\S]*?name character varying)\(25\)/, "$1(40)") },
    { what: "a partial index comes", change: append("CREATE INDEX idx_active ON public.customer USING btree (lower((email)::text)) WHERE activebool;") },
    { what: "a function's body changes", change: replace("RETURN v_rentfees + v_overfees - v_payments;", "RETURN v_rentfees + v_overfees - v_payments + 0;") },
    { what: "a table with an identity and a foreign key comes", change: append("CREATE TABLE public.review (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, film_id integer NOT NULL REFERENCES public.film(film_id) ON DELETE CASCADE, stars smallint DEFAULT 3 NOT NULL, CONSTRAINT stars CHECK (stars BETWEEN 1 AND 5));") },
    { what: "a view goes", change: append("DROP VIEW public.sales_by_film_category;") },
    { what: "a trigger comes", change: append("CREATE TRIGGER touched BEFORE UPDATE ON public.review FOR EACH ROW WHEN (old.stars IS DISTINCT FROM new.stars) EXECUTE FUNCTION public.last_updated();") },
    { what: "a domain's check changes", change: replace("(VALUE <= 2155)", "(VALUE <= 2200)") },
    { what: "comments come, and a column goes", change: append("COMMENT ON TABLE public.film IS 'what is lent';\nCOMMENT ON COLUMN public.film.title IS 'in English';\nALTER TABLE public.actor DROP COLUMN nick;") },
  ],
  mariadb: [
    { what: "a column comes in the middle", change: replace("last_name VARCHAR(45) NOT NULL,\n  last_update TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,\n  PRIMARY KEY  (actor_id)", "last_name VARCHAR(45) NOT NULL,\n  last_update TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,\n  nick VARCHAR(20) DEFAULT NULL,\n  PRIMARY KEY  (actor_id)") },
    { what: "a label of an enum comes", change: replace("'R','NC-17') DEFAULT", "'R','NC-17','X') DEFAULT") },
    { what: "a column widens", change: replace(/(CREATE TABLE category \([\s\S]*?name VARCHAR)\(25\)/, "$1(40)") },
    { what: "an index with a prefix comes", change: replace("KEY idx_title (title),", "KEY idx_title (title),\n  KEY idx_title_start (title(10)),") },
    { what: "a trigger's body changes", change: replace("DELETE FROM film_text WHERE film_id = old.film_id;", "DELETE FROM film_text WHERE film_id = old.film_id LIMIT 1;") },
    { what: "a table with a foreign key comes", change: append("CREATE TABLE review (id INT UNSIGNED NOT NULL AUTO_INCREMENT, film_id INT UNSIGNED NOT NULL, stars TINYINT NOT NULL DEFAULT 3, PRIMARY KEY (id), KEY idx_film (film_id), CONSTRAINT fk_review FOREIGN KEY (film_id) REFERENCES film (film_id) ON DELETE CASCADE, CONSTRAINT some_stars CHECK (stars > 0)) ENGINE=InnoDB DEFAULT CHARSET=utf8;") },
    { what: "a view goes", change: append("DROP VIEW sales_by_film_category;") },
    { what: "a procedure comes", change: append("DELIMITER //\nCREATE PROCEDURE count_films(OUT films INT) READS SQL DATA BEGIN SELECT count(*) INTO films FROM film; END //\nDELIMITER ;") },
    { what: "a full text index goes", change: replace("PRIMARY KEY  (film_id),\n  FULLTEXT KEY idx_title_description (title,description)", "PRIMARY KEY  (film_id)") },
    { what: "a comment comes, and a column goes", change: append("ALTER TABLE film COMMENT = 'what is lent';\nALTER TABLE actor DROP COLUMN nick;") },
  ],
  sqlite: [
    { what: "a column comes", change: append("ALTER TABLE actor ADD COLUMN nick VARCHAR(20);") },
    { what: "a type changes", change: replace(/(CREATE TABLE category \([\s\S]*?name VARCHAR)\(25\)/, "$1(40)") },
    { what: "a partial index comes", change: append("CREATE INDEX idx_active ON customer (lower(email) DESC) WHERE active = 'Y';") },
    { what: "a trigger goes", change: append("DROP TRIGGER actor_trigger_ai;") },
    { what: "a table with a foreign key and a check comes", change: append("CREATE TABLE review (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, film_id INTEGER NOT NULL REFERENCES film (film_id) ON DELETE CASCADE, stars INTEGER DEFAULT 3 NOT NULL CHECK (stars BETWEEN 1 AND 5));") },
    { what: "a view goes", change: append("DROP VIEW sales_by_film_category;") },
    { what: "a view comes", change: append("CREATE VIEW good_films AS SELECT f.film_id, f.title FROM film AS f JOIN review AS r ON r.film_id = f.film_id WHERE r.stars > 3;") },
    { what: "a trigger on a table that was changed comes", change: append("CREATE TRIGGER review_lowered AFTER UPDATE OF stars ON review WHEN new.stars < old.stars BEGIN UPDATE film SET last_update = DATETIME('NOW') WHERE film_id = new.film_id; END;") },
    { what: "a foreign key goes", change: replace(/,\s*CONSTRAINT fk_city_country[^\n]*\n?\s*/, "\n") },
    { what: "a column goes", change: append("ALTER TABLE actor DROP COLUMN nick;") },
  ],
};
