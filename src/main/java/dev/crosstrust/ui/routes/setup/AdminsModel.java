package dev.crosstrust.ui.routes.setup;

import dev.crosstrust.identity.Cloud;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.ui.task.Phase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Who of this machine may look into each cloud: chosen once for all routes, at first nobody. */
public final class AdminsModel {
  /** The id of nobody. */
  public static final String NOBODY = "";

  private final Map<Cloud, ObservableList<String>> offered = new EnumMap<>(Cloud.class);
  private final Map<Cloud, StringProperty> chosen = new EnumMap<>(Cloud.class);
  private List<Identity> known = List.of();

  /**
   * @param identities everybody this machine can be
   */
  public AdminsModel(ObservableValue<Phase<List<Identity>>> identities) {
    for (Cloud cloud : Cloud.values()) {
      offered.put(cloud, FXCollections.observableArrayList(NOBODY));
      chosen.put(cloud, new SimpleStringProperty(NOBODY));
    }
    identities.subscribe(phase -> known(Phase.readyOr(phase, List.of())));
  }

  /** The ids to choose from, {@link #NOBODY} first. */
  public ObservableList<String> offered(Cloud cloud) {
    return offered.getOrDefault(cloud, FXCollections.observableArrayList());
  }

  /** The id that is chosen. */
  public StringProperty chosen(Cloud cloud) {
    return chosen.getOrDefault(cloud, new SimpleStringProperty(NOBODY));
  }

  /** What is known of an id. */
  Optional<Identity> identity(String id) {
    return known.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  private void known(List<Identity> all) {
    known = all;
    for (Cloud cloud : Cloud.values()) {
      List<String> ids = new ArrayList<>(List.of(NOBODY));
      all.stream().filter(it -> it.cloud() == cloud).map(Identity::id).forEach(ids::add);
      if (!ids.equals(offered(cloud))) {
        String before = chosen(cloud).get();
        offered(cloud).setAll(ids);
        chosen(cloud).set(ids.contains(before) ? before : NOBODY);
      }
    }
  }
}
